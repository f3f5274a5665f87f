package dev.upswell.server.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Documents that no person writes by mistake.
class MappingFileTest {

    private static final String SOUND = "kind: hashtag\nname: tag\nviews: plays\n";

    private static List<String> problems(String document) {
        try {
            ColumnMapping.toKeep("test", document);
            return List.of();
        } catch (MappingRefused refused) {
            return refused.problems();
        }
    }

    @Test
    void aValueThatHoldsItselfIsShownByItsBeginning() {
        assertThat(problems(SOUND + "source: &a {x: [*a], y: 7}"))
                .containsExactly(
                        "source ({x=…, y=7}) cannot be used; write a name of lower-case letters, digits and : . _ -");
        assertThat(problems(SOUND + "source: mine\nobserved-at: {column: day, zone: &z [[*z], b]}"))
                .containsExactly("observed-at: zone ([…, b]) is not known; write one like +07:00 or Asia/Jakarta");
    }

    @Test
    void aFewLinesThatWriteThousandsMakeNoLongMessage() {
        String anchored = "a: &l " + "x".repeat(20_000) + "\n";
        String document = SOUND + anchored + "source: [" + "*l, ".repeat(500) + "*l]\n? [" + "*l, ".repeat(500)
                + "*l]\n: b";

        assertThat(problems(document)).hasSize(3).allSatisfy(problem -> assertThat(problem).hasSizeLessThan(500));
    }

    @Test
    void keysAndNamesThatNoFileHasAreRefused() {
        assertThat(problems(SOUND + "source: mine\nobserved-at: {column: day, !!null x: y}")).singleElement().asString()
                .startsWith("observed-at ({column=day, null=y}) cannot be used; write {column: NAME, format: FORMAT}");
        assertThat(problems(SOUND + "source: {column: feed, !!null x: y}")).singleElement().asString()
                .startsWith("source ({column=feed, null=y}) cannot be used");
        assertThat(problems(SOUND + "source: mine\nlikes: \"\\0\"\nid: \"\\ud800\"\nobserved-at: \"\\0\""))
                .containsExactlyInAnyOrder("likes must be the name of a column", "id must be the name of a column",
                        "observed-at must be the name of a column");
    }

    @Test
    void aDocumentThatGrowsTooLongWhenItIsWrittenOutCannotBeKept() {
        ColumnMapping mapping = ColumnMapping.toKeep("test",
                SOUND + "source: mine\nlikes: \"" + "\\a".repeat(15_000) + "\"");

        assertThatThrownBy(() -> new Confirmation("clips", mapping, List.of(), "ours", "ada").requireSound())
                .isInstanceOf(MappingRefused.class)
                .hasMessageContaining("written out it has more than 65536 characters");
    }
}
