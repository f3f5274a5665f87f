package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class QueryTest {

    @Test
    void absentAndEmptyParametersGiveTheUsualValues() {
        Query query = query(Map.of("q", "  ", "at", ""));

        assertThat(query.text("q", 80)).isEmpty();
        assertThat(query.instant("at")).isEmpty();
        assertThat(query.kind("kind", EntityKind.SOUND)).isEqualTo(EntityKind.SOUND);
        assertThat(query.number("top", 1, 500, 50)).isEqualTo(50);
        assertThat(query.flag("emerging")).isFalse();
        assertThat(query.paging(25)).isEqualTo(new Paging(25, 0));
        query.done();
    }

    @Test
    void instantsWithoutAZoneAreUtc() {
        assertThat(query(Map.of("at", "2026-01-14T14:00")).instant("at"))
                .hasValue(Instant.parse("2026-01-14T14:00:00Z"));
        assertThat(query(Map.of("at", "2026-01-14T14:00:00Z")).instant("at"))
                .hasValue(Instant.parse("2026-01-14T14:00:00Z"));
        assertThat(query(Map.of("at", "2026-01-14T14:00:00+02:00")).instant("at"))
                .hasValue(Instant.parse("2026-01-14T12:00:00Z"));
    }

    @Test
    void fractionsAndDaysAreReadWithinTheirRanges() {
        assertThat(query(Map.of("value", "0.25")).fraction("value")).hasValue(0.25);
        assertThat(query(Map.of()).fraction("value")).isEmpty();
        assertThat(query(Map.of("day", "2026-01-31")).day("day")).hasValue(LocalDate.parse("2026-01-31"));
        Query query = query(Map.of("value", "1.5", "other", "NaN", "day", "2026-02-30", "old", "0001-01-01"));
        query.fraction("value");
        query.fraction("other");
        query.day("day");
        query.day("old");

        assertThatThrownBy(query::done).asInstanceOf(InstanceOfAssertFactories.type(WebProblem.class))
                .extracting(problem -> problem.sentences().stream().map(TestWords.english()::say).toList())
                .isEqualTo(List.of("“value” must be a number from 0 to 1; it was “1.5”.",
                        "“other” must be a number from 0 to 1; it was “NaN”.",
                        "“day” must be a day like 2026-01-14; it was “2026-02-30”.",
                        "“old” must be a day like 2026-01-14; it was “0001-01-01”."));
    }

    @Test
    void everythingWrongIsToldTogether() {
        Query query = query(Map.of("kind", "planet", "top", "many", "at", "noon", "limit", "501", "foo", "1"));
        query.kind("kind", EntityKind.HASHTAG);
        query.number("top", 1, 500, 50);
        query.instant("at");
        query.paging(25);

        assertThatThrownBy(query::done).asInstanceOf(InstanceOfAssertFactories.type(WebProblem.class))
                .extracting(problem -> problem.sentences().stream().map(TestWords.english()::say).toList())
                .isEqualTo(List.of("“kind” must be one of hashtag, sound, video, creator; it was “planet”.",
                        "“top” must be a whole number from 1 to 500; it was “many”.",
                        "“at” must be a time like 2026-01-14T14:00:00Z; it was “noon”.",
                        "“limit” must be a whole number from 1 to 500; it was “501”.",
                        "There is no filter “foo” here; known are at, kind, limit, offset, top."));
    }

    @Test
    void hoursAheadAreUnderstoodWithAndWithoutTheirUnit() {
        List<Integer> among = List.of(6, 24);

        assertThat(query(Map.of("horizon", "24")).hours("horizon", among)).hasValue(24);
        assertThat(query(Map.of("horizon", "6h")).hours("horizon", among)).hasValue(6);
        assertThat(query(Map.of()).hours("horizon", among)).isEmpty();
        Query wrong = query(Map.of("horizon", "7"));
        assertThat(wrong.hours("horizon", among)).isEmpty();
        assertThatThrownBy(wrong::done).asInstanceOf(InstanceOfAssertFactories.type(WebProblem.class))
                .extracting(problem -> problem.sentences().stream().map(TestWords.english()::say).toList())
                .isEqualTo(List.of("“horizon” must be one of 6h, 24h; it was “7”."));
    }

    @Test
    void aParameterGivenTwiceIsRefused() {
        Query query = Query.of(Map.of("top", new String[]{"5", "6"}));
        query.number("top", 1, 500, 50);

        assertThatThrownBy(query::done).isInstanceOf(WebProblem.class).hasMessageContaining("problem.twice");
    }

    @Test
    void whatNoStoreCanHoldIsRefusedAtTheDoor() {
        Query query = query(Map.of("q", "a\0b", "at", "+1000000000-12-31T23:59:59Z", "to", "-4800-01-01T00:00:00Z"));

        assertThat(query.text("q", 80)).isEmpty();
        assertThat(query.instant("at")).isEmpty();
        assertThat(query.instant("to")).isEmpty();
        assertThatThrownBy(query::done).asInstanceOf(InstanceOfAssertFactories.type(WebProblem.class))
                .extracting(problem -> problem.sentences().stream().map(TestWords.english()::say).toList())
                .isEqualTo(List.of("“q” must not hold the character U+0000.",
                        "“at” must be a time like 2026-01-14T14:00:00Z; it was “+1000000000-12-31T23:59:59Z”.",
                        "“to” must be a time like 2026-01-14T14:00:00Z; it was “-4800-01-01T00:00:00Z”."));
    }

    @Test
    void whoCameInByANameIsWhoDidItWhateverIsTyped() {
        Query signed = Query.signed(Map.of("by", new String[]{"somebody else"}), "mira");

        assertThat(signed.text("by", 100)).hasValue("mira");
        assertThat(signed.author("somebody else", "hand")).isEqualTo("mira");
        assertThat(signed.author("hand")).isEqualTo("mira");
    }

    @Test
    void whereNobodySignsInTheNameThatIsTypedCounts() {
        Query query = query(Map.of());

        assertThat(query.author(" ana ", "hand")).isEqualTo("ana");
        assertThat(query.author("  ", "hand")).isEqualTo("hand");
        assertThat(query.author(null, "REST")).isEqualTo("REST");
        assertThat(query.author("hand")).isEqualTo("hand");
        for (String unusable : List.of("x".repeat(101), "a\0b")) {
            assertThatThrownBy(() -> query.author(unusable, "hand")).isInstanceOf(WebProblem.class)
                    .hasMessageContaining("problem.long");
        }
    }

    @Test
    void hoursAreReadWithAndWithoutTheirUnit() {
        assertThat(query(Map.of("horizon", "48h")).hours("horizon", 1, 168, 24)).isEqualTo(48);
        assertThat(query(Map.of("horizon", "48")).hours("horizon", 1, 168, 24)).isEqualTo(48);
        assertThat(query(Map.of()).hours("horizon", 1, 168, 24)).isEqualTo(24);
        Query days = query(Map.of("horizon", "2d"));
        days.hours("horizon", 1, 168, 24);
        assertThatThrownBy(days::done).isInstanceOf(WebProblem.class).hasMessageContaining("problem.number");
    }

    private static Query query(Map<String, String> parameters) {
        return Query.of(parameters.entrySet().stream().collect(
                java.util.stream.Collectors.toMap(Map.Entry::getKey, entry -> new String[]{entry.getValue()})));
    }
}
