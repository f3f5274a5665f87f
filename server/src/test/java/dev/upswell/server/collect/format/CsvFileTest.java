package dev.upswell.server.collect.format;

import static dev.upswell.server.collect.format.TestFiles.gzip;
import static dev.upswell.server.collect.format.TestFiles.open;
import static dev.upswell.server.collect.format.TestFiles.rows;
import static dev.upswell.server.collect.format.TestFiles.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.row.OpenFile;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvFileTest {

    private static final String HEADER = "hashtag,observed_at,views\n";

    @Test
    void lineNumbersAreThoseOfAnEditorAcrossQuotedFieldsOfSeveralLines() {
        assertThat(rows(source("\uFEFF" + HEADER + "a,t,1\n\"b\r\nb\n\"\"b\"\"\",t,2\r\n\nc,t,3")))
                .containsExactly("2: a|t|1", "3: b\r\nb\n\"b\"|t|2", "7: c|t|3");
    }

    @Test
    void rowsWithAnotherNumberOfFieldsAreBrokenAndTheNextGoOn() {
        assertThat(rows(source(HEADER + "a,t\nb,t,2,x\nc,t,3\n"))).containsExactly("2: !wrong-column-count",
                "3: !wrong-column-count", "4: c|t|3");
    }

    @Test
    void textBehindAClosingQuoteBreaksItsRowOnly() {
        assertThat(rows(source(HEADER + "\"he said \"hi\", twice\",t,1\nb,t,2\n"))).containsExactly("2: !broken-quote",
                "3: b|t|2");
    }

    @Test
    void aTenMegabyteLineIsPutAsideAndTheNextGoOn() {
        String endless = "x".repeat(10_000_000);

        assertThat(rows(source(HEADER + "a,t,1\n" + endless + ",t,2\n\"" + endless + "\",t,3\nd,t,4\n")))
                .containsExactly(
                        "2: a|t|1", "3: !too-long", "4: !too-long", "5: d|t|4");
    }

    @Test
    void aLineOfMoreFieldsThanAnyTableHasIsPutAsideAndTheNextGoOn() {
        String commas = ",".repeat(10_000_000);

        assertThat(rows(source(HEADER + "a,t,1\n" + commas + "\n" + "b,t,2\n\"x\"" + ",y".repeat(20_000) + "\n"
                + ",".repeat(16_384) + "\nc,t,3\n" + "z,".repeat(400_000)))).containsExactly("2: a|t|1",
                        "3: !wrong-column-count", "4: b|t|2", "5: !wrong-column-count", "6: !wrong-column-count",
                        "7: c|t|3", "8: !wrong-column-count");
    }

    @Test
    void whatUnpacksBeyondItsBoundIsRefusedInWords() {
        ImportSource bomb = source(gzip(HEADER + "a,t,1\n" + "x".repeat(3_000_000))).upTo(1_000_000);

        assertThatThrownBy(() -> rows(bomb)).isInstanceOf(ImportRefused.class)
                .hasMessageStartingWith("Reading test was stopped after 1000000 bytes of unpacked text.");
        assertThat(rows(source(HEADER + "a,t,1\n").upTo(1_000))).containsExactly("2: a|t|1");
    }

    @Test
    void aQuoteThatIsNeverClosedCostsABoundedNumberOfRows() {
        String many = "row,t,5\n".repeat(400_000);

        List<String> rows = rows(source(HEADER + "a,t,1\n\"b,t,2\n" + many));

        assertThat(rows).startsWith("2: a|t|1", "3: !too-long").hasSizeGreaterThan(250_000);
        assertThat(rows.getLast()).isEqualTo("400003: row|t|5");
    }

    @Test
    void aQuoteLeftOpenAtTheEndIsAProblemOfTheFile() {
        assertThat(rows(source(HEADER + "a,t,1\n\"b,t,2\nc,t,3\n"))).containsExactly("2: a|t|1", "3: !cut-off",
                "The quote that opens in the record of line 3 is never closed: whatever follows it was not read.");
    }

    @Test
    void otherSeparatorsAreAcceptedWhenTheHeaderFits() {
        for (String separator : List.of(";", "\t", "|")) {
            ImportOf file = new ImportOf((HEADER + "a,t,1\n").replace(",", separator));

            assertThat(file.rows).containsExactly("2: a|t|1");
            assertThat(file.remarks).singleElement().asString().contains("instead of commas");
        }
    }

    private static final class ImportOf {

        private final List<String> rows;
        private final List<String> remarks;

        ImportOf(String text) {
            rows = rows(source(text));
            try (OpenFile file = open(source(text))) {
                remarks = file.remarks();
            }
        }
    }

    @Test
    void gzipIsKnownByItsBytesAndMayHaveSeveralMembers() {
        byte[] first = gzip(HEADER + "a,t,1\n");
        byte[] second = gzip("b,t,2\n");
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);

        assertThat(rows(source(both))).containsExactly("2: a|t|1", "3: b|t|2");
    }

    @Test
    void ofATruncatedGzipTheGoodRowsGoOn() {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 50_000; i++) {
            text.append("tag").append(i * 7919 % 50_000).append(",t,").append(i).append('\n');
        }
        byte[] whole = gzip(text.toString());

        List<String> rows = rows(source(Arrays.copyOf(whole, whole.length / 2)));

        assertThat(rows).hasSizeBetween(10_000, 40_000).contains("2: tag0|t|0");
        assertThat(rows.getLast()).contains("gzip stream is cut off");
        assertThat(rows.subList(0, rows.size() - 2)).noneMatch(row -> row.contains("!"));
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, whole.length / 2, whole.length / 2 + 200, (byte) 0);
        assertThat(rows(source(damaged)).getLast()).contains("gzip stream is");
    }

    @Test
    void bytesThatAreNotUtf8AreCountedAndReplaced() {
        byte[] latin = (HEADER + "caf?,t,1\n").getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
        latin[HEADER.length() + 3] = (byte) 0xe9;

        try (OpenFile file = open(source(latin))) {
            while (file.next() != null) {
                assertThat(file.problem()).isEmpty();
            }
            assertThat(file.remarks()).singleElement().asString().startsWith("1 characters are unreadable");
        }
    }
}
