package dev.upswell.server.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.companion.FeatureRecipes;
import dev.upswell.feature.FeatureDefinition;
import dev.upswell.forecast.SurgeKind;
import dev.upswell.grounding.BlockedPhrases;
import dev.upswell.grounding.Check;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Unit;
import dev.upswell.numeric.Overlap;
import dev.upswell.server.theme.CollisionRun;
import dev.upswell.server.trend.ExplanationText;
import dev.upswell.theme.Collision;
import dev.upswell.theme.Collision.Manner;
import dev.upswell.theme.Collision.Rise;
import dev.upswell.trend.Basis;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What templates write of any movement passes the check that models have to pass.
class NarrativeTextTest {

    private static final Instant AT = Instant.parse("2025-09-15T00:00:00Z");
    private static final String TAG = "#corgilife";

    private final Known known = new Known();
    private final List<Told.Line> lines = new ArrayList<>();

    private Fact number(String entity, String measure, double value, Unit unit, String of) {
        return known.number(entity, measure, value, unit, AT, of, "/entities/hashtag/corgilife");
    }

    private void tell(String key, Object... arguments) {
        lines.add(Told.Line.of(key, arguments));
    }

    private void check(String language) {
        Locale locale = Locale.of(language);
        List<String> sentences = NarrativeText.in(locale).sentences(lines);
        assertThat(sentences).allSatisfy(sentence -> assertThat(
                new Check(BlockedPhrases.standard(), 300).of(sentence, known.evidence(AT), locale).failures())
                .as(sentence).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void movementsPassTheCheck(String language) {
        for (double growth : new double[]{0.35, 2.4, -0.34, 0.001}) {
            for (double views : new double[]{0, 7, 1_234_567}) {
                Fact gained = number(TAG, "views_gained", views, Unit.VIEWS, "24 h");
                Fact by = number(TAG, "view_growth", growth, Unit.CHANGE, "24 h");
                tell(growth > 0.02 ? "gained.rising" : growth < -0.02 ? "gained.falling" : "gained.steady", TAG, gained,
                        by);
                tell("gained", TAG, gained);
            }
            for (Basis basis : Basis.values()) {
                tell("pace." + basis.label(), growth < 0 ? "−" : "+",
                        number(TAG, "velocity", growth, Unit.CHANGE, "24 h"), "+",
                        number(TAG, "acceleration", 0.4, Unit.CHANGE, "24 h"), TAG);
            }
        }
        tell("engagement", TAG, number(TAG, "engagement_rate", 0.052, Unit.SHARE, "24 h"));
        tell("spread", TAG, number(TAG, "unique_creators", 12, Unit.CREATORS, "24 h"),
                number(TAG, "creator_dispersion", 0.834, Unit.SHARE, "24 h"));
        tell("spread.one", TAG, number(TAG, "unique_creators", 1, Unit.CREATORS, "24 h"),
                number(TAG, "creator_dispersion", 0, Unit.SHARE, "24 h"));
        check(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void collisionsOfHashtagsAndThemesPassTheCheck(String language) {
        for (Manner manner : Manner.values()) {
            for (String[] names : new String[][]{{"#matcha", "#hojicha"}, {"Chicken Recipes", "theme 12"},
                    {"futter · spaziergang", "Home Workouts"}, {"#7eleven", "#5below"}}) {
                for (int shared : new int[]{3, 15, 1_234}) {
                    Collision one = new Collision(new Rise("a", 2_000, 1_500, 2, .001),
                            new Rise("b", 3_000, 40, 0, .001),
                            new Overlap(shared, shared / 7.3, .001), shared - 1, manner, .001, .01);
                    CollisionRun run = new CollisionRun(new UUID(0, 1), CollisionRun.Kind.THEME, AT, AT, 9, 9, 2, 1,
                            List.of(new CollisionRun.Pair(one, names[0], names[1])));
                    Locale locale = Locale.of(language);
                    Known known = new Known();
                    assertThat(NarrativeText.in(locale)
                            .sentences(CollisionTelling.lines(run.found().getFirst(), run, known)))
                            .allSatisfy(sentence -> assertThat(new Check(BlockedPhrases.standard(), 300)
                                    .of(sentence, known.evidence(AT), locale).failures()).as(sentence).isEmpty());
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void themesPassTheCheck(String language) {
        for (String name : List.of("Chicken Recipes", "theme 12", "futter · spaziergang", "5 Minute Meals",
                "อาหารไทย")) {
            for (int posts : new int[]{0, 1, 7, 1_234}) {
                tell("theme.posted", name, number(name, "posts in 7 days", posts, Unit.POSTS, "7 d"),
                        known.number(name, "posts in the 7 days before", posts + 3, Unit.POSTS,
                                AT.minus(Duration.ofDays(7)), "7 d", "/themes/12"));
                tell("theme.creators", name, number(name, "creators in 90 days", posts + 2, Unit.CREATORS, "90 d"));
            }
            tell("theme.creators.one", name, number(name, "creators in 90 days", 1, Unit.CREATORS, "90 d"));
            tell("theme.praise", name,
                    number(name, "share of captions that praise", 0.618, Unit.SHARE, "captions whose lean is known"),
                    number(name, "captions whose lean is known", 55, Unit.POSTS, "90 d"));
        }
        check(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void whoCarriesAndWhatIsForetoldPassesTheCheck(String language) {
        String measure = "views gained by carrying videos in 24 h";
        Fact one = number("@lovenla.kitten", measure, 3_456, Unit.VIEWS, TAG);
        Fact two = number("@budi", measure, 2_345, Unit.VIEWS, TAG);
        tell("brought.one", "@lovenla.kitten", one, TAG);
        tell("brought.two", "@lovenla.kitten", one, "@budi", two, TAG);
        for (String sound : List.of("original sound - bảo trâm", "Espresso", "5 Minutes to Go", "7-11 remix")) {
            tell("brought.sound", sound, number(sound, measure, 999, Unit.VIEWS, TAG), TAG);
            tell("made.sound", "7512345678901234567",
                    known.named("7512345678901234567", "sound", sound, AT, "/entities/sound/1"), known
                            .named("7512345678901234567", "sound", sound, AT, "/entities/sound/1"));
        }
        Fact creator = known.named("7512345678901234567", "creator", "@budi", AT, "/entities/creator/budi");
        tell("made.creator", "7512345678901234567", "@budi", creator);
        tell("chance", TAG, number(TAG, "surge_probability", 0.341, Unit.SHARE, "24 h"), "24");
        lines.removeIf(line -> line.key().equals("made.sound"));
        check(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void whatWouldBeOtherwisePassesTheCheckWhicheverModelSaysSo(String language) {
        for (SurgeKind kind : List.of(SurgeKind.LOGISTIC, SurgeKind.TREES, SurgeKind.SEQUENCE, SurgeKind.ENSEMBLE)) {
            for (double otherwise : new double[]{0.412, 0.3, 0.341}) {
                tell(otherwise == 0.341 ? "otherwise.same" : "otherwise", TAG,
                        number(TAG, "evenness over creators in 7 days", 0.31, Unit.SHARE, null),
                        number(TAG, "assumed evenness over creators in 7 days", 0.62, Unit.SHARE, null),
                        number(TAG, "surge_probability", 0.341, Unit.SHARE, "24 h"),
                        number(TAG, "assumed surge probability", otherwise, Unit.SHARE, "24 h"),
                        new Told.Word("asked." + kind.label()),
                        new Told.Word(kind.needsPyTorch() ? "held.history" : "held.all"));
            }
        }
        check(language);
    }

    private Fact limit(String measure, double value) {
        return known.number(null, "limit of " + measure, value, Unit.SHARE, null, null, "/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void risksPassTheCheck(String language) {
        tell("risk.engagement", TAG, number(TAG, "engagement_rate", 0.004, Unit.SHARE, "24 h"),
                known.number(null, "usual engagement rate", 0.115, Unit.SHARE, AT, "24 h", "/"),
                limit("engagement beside the usual rate", 0.2));
        tell("risk.creator", TAG, number(TAG, "top_creator_share", 0.923, Unit.SHARE, "24 h"), limit("the share", 0.5));
        tell("risk.creators", TAG, number(TAG, "unique_creators", 2, Unit.CREATORS, "24 h"),
                number(TAG, "videos that gained views", 12, Unit.POSTS, "24 h"),
                known.number(null, "limit of creators for each video", 0.3, Unit.COUNT, null, null, "/"));
        tell("risk.creators.one", TAG, number(TAG, "unique_creators", 1, Unit.CREATORS, "24 h"),
                number(TAG, "videos that gained views", 12, Unit.POSTS, "24 h"),
                known.number(null, "limit of creators for each video", 0.3, Unit.COUNT, null, null, "/"));
        tell("risk.captions", TAG, number(TAG, "share of captions that repeat in 7 days", 0.75, Unit.SHARE, null),
                limit("captions that repeat", 0.3));
        tell("risk.followers", "@ana", number("@ana", "follower growth", 0.351, Unit.CHANGE, "24 h"),
                limit("follower growth", 0.2));
        check(language);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "id"})
    void everyFeatureThatMovesAForecastCanBeTold(String language) {
        ExplanationText words = ExplanationText.english();
        List<String> features = FeatureRecipes.ALL.stream().flatMap(recipe -> recipe.set().features().stream())
                .map(FeatureDefinition::name).distinct().toList();
        Fact chance = number(TAG, "surge_probability", 0.341, Unit.SHARE, "24 h");
        features.forEach(feature -> tell("chance.why", TAG, chance, "24", words.label(feature),
                number(TAG, "effect of " + words.label(feature), 0.42, Unit.EFFECT, null)));

        assertThat(features).hasSizeGreaterThan(50);
        check(language);
    }
}
