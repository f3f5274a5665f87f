package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void cellsAreQuotedWhereNeededAndAbsentOnesAreEmpty() {
        Csv csv = new Csv(List.of("name", "views")).row(Arrays.asList("a,\"b\"", null)).row(List.of("c", -1.5));

        assertThat(csv).hasToString("name,views\r\n\"a,\"\"b\"\"\",\r\nc,-1.5\r\n");
    }

    @Test
    void textThatASpreadsheetWouldRunIsDisarmed() {
        assertThat(new Csv(List.of("=1+1"))).hasToString("'=1+1\r\n");
        assertThat(new Csv(List.of("@sum"))).hasToString("'@sum\r\n");
    }
}
