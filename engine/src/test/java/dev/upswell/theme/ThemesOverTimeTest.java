package dev.upswell.theme;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.theme.Continuing.Carried;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ThemesOverTimeTest {

    private static final ThemeSettings SETTINGS = ThemeSettings.usual();
    private static final int TOPICS = 12;

    private final SimulatedTopics topics = new SimulatedTopics().withAll(TOPICS, 60, 0);
    private final Embedder embedder = topics.learnt();
    private final ThemeGroups founded = Founding.of(topics.captions(embedder), embedder, day(1), 1, SETTINGS, 3);

    @Test
    void foundsTheTopicsThatThereAre() {
        assertThat(AdjustedRand.of(topics.truth, themes(founded))).isGreaterThan(.8);
        assertThat(founded.captions().size()).isGreaterThan(topics.truth.size() * 8 / 10);
        assertThat(founded.hashtags()).doesNotContainKeys("fyp");
        assertThat(founded.silhouette()).isPositive();
    }

    @Test
    void theSameSeedFoundsTheSameAndCarryingOnTheSameCaptionsChangesNoMember() {
        List<Caption> captions = topics.captions(embedder);

        assertThat(Founding.of(captions, embedder, day(1), 1, SETTINGS, 3)).isEqualTo(founded);
        Carried carried = next(founded, captions, 1, 40);
        assertThat(carried.changes()).isEmpty();
        assertThat(carried.grouping().captions().keySet()).isEqualTo(founded.captions().keySet());
        assertThat(themes(carried.grouping())).isEqualTo(themes(founded));
        assertThat(carried.grouping().hashtags().keySet()).isEqualTo(founded.hashtags().keySet());
    }

    @Test
    void aMemberStaysUntilAnotherThemeIsClearlyNearerAndANewcomerJoinsTheNearest() {
        List<Theme> two = List.of(Theme.begun(1, at(0), .5, day(1), day(1)),
                Theme.begun(2, at(40), .5, day(1), day(1)));
        Map<String, Membership> before = Map.of("nearly", new Membership(1, 1), "clearly", new Membership(1, 1));

        Map<String, Membership> now = new Joining(two, SETTINGS).captions(
                List.of(caption("nearly", 21), caption("clearly", 30), caption("newcomer", 21), caption("afar", 150)),
                before);

        assertThat(now).as("cosines to the two: .934 and .946, .866 and .985").hasSize(3)
                .hasEntrySatisfying("nearly", member -> assertThat(member.theme()).isEqualTo(1))
                .hasEntrySatisfying("clearly", member -> assertThat(member.theme()).isEqualTo(2))
                .hasEntrySatisfying("newcomer", member -> assertThat(member.theme()).isEqualTo(2));
    }

    private static Vector at(int degrees) {
        return Vector.kept(new float[]{(float) Math.cos(Math.toRadians(degrees)),
                (float) Math.sin(Math.toRadians(degrees))});
    }

    private static Caption caption(String video, int degrees) {
        return new Caption(video, "anna", day(1), List.of(), at(degrees));
    }

    @Test
    void newCaptionsOfKnownTopicsJoinThemesUnderTheirIds() {
        topics.withAll(TOPICS, 6, 1);

        Carried carried = next(founded, topics.captions(embedder), 2, 40);

        assertThat(carried.changes()).isEmpty();
        assertThat(AdjustedRand.of(themes(founded), themes(carried.grouping()))).isGreaterThan(.97);
        assertThat(carried.grouping().captions().keySet()).as("nobody is lost on the way")
                .containsAll(founded.captions().keySet()).contains("3-1-2", "7-1-2");
        assertThat(carried.grouping().themes()).extracting(Theme::id)
                .isEqualTo(founded.themes().stream().map(Theme::id).toList());
    }

    @Test
    void anAddedTopicBecomesAThemeWithinTwoRuns() {
        topics.with(TOPICS, 60, 2);
        Embedder later = topics.learnt();
        ThemeGroups before = Founding.of(new SimulatedTopics().withAll(TOPICS, 60, 0).captions(later), later, day(1), 1,
                SETTINGS, 3);

        Carried first = next(before, topics.captions(later), later, 3, 40);
        Carried second = next(first.grouping(), topics.captions(later), later, 4, 60);

        List<ThemeChange> changes = new ArrayList<>(first.changes());
        changes.addAll(second.changes());
        assertThat(changes).containsExactly(new ThemeChange.Begun(40));
        assertThat(second.grouping().captions().get(TOPICS + "-2-5").theme()).isEqualTo(40);
        assertThat(AdjustedRand.of(themes(before), themes(second.grouping()))).isGreaterThan(.97);
    }

    @Test
    void aDeadTopicEndsAndTheOthersKeepTheirIds() {
        List<Long> dead = founded.captions().entrySet().stream().filter(entry -> topics.truth.get(entry.getKey()) == 5)
                .map(entry -> entry.getValue().theme()).distinct().sorted().toList();
        SimulatedTopics after = new SimulatedTopics();
        for (int topic = 0; topic < TOPICS; topic++) {
            if (topic != 5) {
                after.with(topic, 60, 40);
            }
        }

        Carried carried = next(founded, after.captions(embedder), 41, 40);

        assertThat(carried.changes()).isNotEmpty()
                .isEqualTo(dead.stream().map(theme -> new ThemeChange.Ended(theme)).toList());
        assertThat(carried.grouping().find(dead.getFirst())).isEmpty();
        assertThat(carried.grouping().themes()).extracting(Theme::id).isEqualTo(
                founded.themes().stream().map(Theme::id).filter(id -> !dead.contains(id)).toList());
    }

    @Test
    void themesThatAreTheSameForTwoRunsBecomeOne() {
        Theme first = founded.themes().getFirst();
        List<Theme> twice = new ArrayList<>(founded.themes());
        twice.add(Theme.begun(39, first.centre(), first.bar(), day(1), day(1)));
        ThemeGroups doubled = new ThemeGroups(twice, founded.hashtags(), founded.captions(), 0);

        Carried once = next(doubled, topics.captions(embedder), 1, 40);
        Carried again = next(once.grouping(), topics.captions(embedder), 1, 40);

        assertThat(once.changes()).isEmpty();
        assertThat(again.changes()).containsExactly(new ThemeChange.Merged(39, first.id()));
    }

    @Test
    void tooFewCaptionsMakeNoTheme() {
        ThemeGroups none = Founding.of(new SimulatedTopics().with(0, 9, 0).captions(embedder), embedder, day(1), 1,
                SETTINGS, 3);

        assertThat(none.themes()).isEmpty();
        assertThat(none.captions()).isEmpty();
    }

    private Carried next(ThemeGroups last, List<Caption> captions, int day, long nextId) {
        return next(last, captions, embedder, day, nextId);
    }

    private static Carried next(ThemeGroups last, List<Caption> captions, Embedder embedder, int day, long nextId) {
        return Continuing.of(last, captions, embedder, day(day), Duration.ofHours(4),
                nextId, SETTINGS, 3);
    }

    private static Instant day(int day) {
        return SimulatedTopics.START.plus(Duration.ofDays(day));
    }

    private static Map<String, Long> themes(ThemeGroups grouping) {
        Map<String, Long> themes = new HashMap<>();
        grouping.captions().forEach((video, member) -> themes.put(video, member.theme()));
        return themes;
    }
}
