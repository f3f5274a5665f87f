package dev.upswell.server.ask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.ask.Intent;
import dev.upswell.ask.Language;
import dev.upswell.ask.Measure;
import dev.upswell.ask.Misunderstood;
import dev.upswell.ask.Names;
import dev.upswell.ask.Question;
import dev.upswell.ask.Slot;
import dev.upswell.ask.Understanding;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AnswerTextTest {

    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private static Properties texts(String language) throws IOException {
        var texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(
                        AnswerTextTest.class.getResourceAsStream("/ask/answers-" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        }
        return texts;
    }

    private static Fact fact(double value, Fact.Unit unit) {
        return new Fact("f1", "#glowskin", "views", value, unit, AT, null, null);
    }

    /// Whatever a name is asked for, one thing is called so.
    private static final class Called implements Names {

        @Override
        public List<Slot.Named> called(String spoken, @Nullable EntityKind kind) {
            EntityKind told = spoken.matches("\\d{19}")
                    ? EntityKind.VIDEO
                    : Set.of("milo", "sari").contains(spoken) ? EntityKind.CREATOR : EntityKind.HASHTAG;
            return Set.of("glowskin", "kopisusu", "milo", "sari").contains(spoken) || told == EntityKind.VIDEO
                    ? List.of(new Slot.Named(new EntityId(told, spoken), spoken))
                    : List.of();
        }

        @Override
        public List<Slot.Named> holding(String part, @Nullable EntityKind kind) {
            return List.of();
        }
    }

    @Test
    void whatModelsAreShownOfEachIntentIsReadAsIt() {
        for (Language language : Language.values()) {
            for (Intent intent : Intent.values()) {
                String example = AnswerText.in(language).sentence(AnswerText.key("example", intent));
                assertThat(Understanding.of(Question.of(example, language), new Called(), AT, null))
                        .as("%s: %s", intent, example).isInstanceOfSatisfying(Understanding.class,
                                read -> assertThat(read.intent()).isEqualTo(intent));
            }
        }
    }

    @Test
    void bothLanguagesSayTheSameWithTheSamePlaces() throws IOException {
        Properties english = texts("en");
        Properties indonesian = texts("id");

        assertThat(indonesian.keySet()).isEqualTo(english.keySet());
        assertThat(english.stringPropertyNames())
                .allSatisfy(key -> assertThat(places(indonesian.getProperty(key))).as(key)
                        .isEqualTo(places(english.getProperty(key))));
    }

    private static Set<String> places(String text) {
        var places = new TreeSet<String>();
        Pattern.compile("\\{\\d(:m)?\\}").matcher(text).results().forEach(found -> places.add(found.group()));
        return places;
    }

    @Test
    void everythingThatIsToldHasItsTextAndEveryTextIsTold() throws IOException {
        Set<String> keys = texts("en").stringPropertyNames();
        String sources = sources();
        var told = new TreeSet<String>();
        Pattern.compile(
                "(?:tell|because|sentence)\\(\\s*\"([\\w.]+)\"|\"((?:compare|changed|gains|own|top|rising|why|value|patterns|item|many|read)\\.[\\w.]*\\w)\"")
                .matcher(sources).results()
                .forEach(found -> told.add(found.group(1) == null ? found.group(2) : found.group(1)));
        told.removeIf(key -> key.endsWith("."));

        assertThat(keys).containsAll(told);
        assertThat(keys.stream().filter(key -> !told.contains(key)).map(key -> key.split("\\.")[0]).distinct())
                .containsOnly("span", "kind", "intent", "example", "reason", "suggest", "measure", "rising");
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/upswell/server/ask"))) {
            var all = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                all.append(Files.readString(file));
            }
            return all.toString();
        }
    }

    @Test
    void everyIntentReasonAndMeasureHasWords() throws IOException {
        Set<String> keys = texts("id").stringPropertyNames();

        assertThat(keys).containsAll(Stream.of(Intent.values()).map(one -> AnswerText.key("intent", one)).toList());
        assertThat(keys).containsAll(
                Stream.of(Misunderstood.Reason.values()).map(one -> AnswerText.key("reason", one)).toList());
        assertThat(keys).containsAll(Stream.of(Measure.values()).map(one -> "measure." + one.label()).toList());
    }

    @Test
    void numbersAreWrittenAsTheLanguageWritesThem() {
        assertThat(AnswerText.in(Language.ENGLISH).number(fact(1_234_567, Fact.Unit.COUNT))).isEqualTo("1,234,567");
        assertThat(AnswerText.in(Language.INDONESIAN).number(fact(1_234_567, Fact.Unit.COUNT))).isEqualTo("1.234.567");
        assertThat(AnswerText.in(Language.ENGLISH).number(fact(0.0344, Fact.Unit.RATIO))).isEqualTo("3.4 %");
        assertThat(AnswerText.in(Language.INDONESIAN).number(fact(0.0034, Fact.Unit.RATIO))).isEqualTo("0,34 %");
        assertThat(AnswerText.in(Language.ENGLISH).number(fact(0.12, Fact.Unit.CHANGE))).isEqualTo("+12.0 %");
        assertThat(AnswerText.in(Language.ENGLISH).number(fact(-0.12, Fact.Unit.CHANGE))).isEqualTo("-12.0 %");
        assertThat(AnswerText.in(Language.INDONESIAN).number(fact(36, Fact.Unit.HOURS))).isEqualTo("36,0 jam");
    }

    @Test
    void namesThatLookLikeMeasuresOrSpansStayAsTheyAre() {
        assertThat(AnswerText.in(Language.INDONESIAN).sentence("compare.same", "trend", "7 days",
                fact(3, Fact.Unit.COUNT)))
                .isEqualTo("trend dan 7 days sama: masing-masing tayangan 3.");
        assertThat(AnswerText.in(Language.INDONESIAN).sentence("top.span", AnswerText.span("7 days"), AT))
                .isEqualTo("Selama 7 hari sampai 20 November 2026, 09:00 UTC.");
    }

    @Test
    void whatIsSuggestedCanBeAsked() {
        for (Language language : Language.values()) {
            for (EntityKind kind : EntityKind.values()) {
                var named = new Slot.Named(new EntityId(kind, kind == EntityKind.VIDEO ? "7301234567890123456" : "one"),
                        "one");
                assertThat(Asking.suggestions(AnswerText.in(language), List.of(named)))
                        .allSatisfy(question -> understood(question, named));
            }
            assertThat(Asking.suggestions(AnswerText.in(language), List.of()))
                    .allSatisfy(question -> understood(question,
                            new Slot.Named(new EntityId(EntityKind.SOUND, "none"), "none")));
        }
    }

    private static void understood(String question, Slot.Named only) {
        var names = new Names() {

            @Override
            public List<Slot.Named> called(String spoken, @Nullable EntityKind kind) {
                boolean it = (kind == null || kind == only.entity().kind())
                        && (spoken.equals(only.name()) || spoken.equals(only.entity().value()));
                return it ? List.of(only) : List.of();
            }

            @Override
            public List<Slot.Named> holding(String part, @Nullable EntityKind kind) {
                return List.of();
            }
        };
        assertThat(Understanding.of(Question.of(question, null), names, AT, null)).as(question)
                .isInstanceOf(Understanding.class);
    }
}
