package dev.upswell.server.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderPrintTest {

    private static final String PRINT = HeaderPrint.of(List.of("Tag", "Total Views", "día"));

    @Test
    void orderCaseBlanksAndTheFormOfUnicodeDoNotCount() {
        assertThat(HeaderPrint.of(List.of("di\u0301a", " total  views", "TAG"))).isEqualTo(PRINT).hasSize(64);
        assertThat(HeaderPrint.of(List.of("día", "total\u00a0views", "\ufefftag"))).isEqualTo(PRINT);
    }

    @Test
    void aColumnMoreOrFewerIsAnotherHeader() {
        assertThat(HeaderPrint.of(List.of("Tag", "Total Views"))).isNotEqualTo(PRINT);
        assertThat(HeaderPrint.of(List.of("Tag", "Total Views", "día", "note"))).isNotEqualTo(PRINT);
        assertThat(HeaderPrint.of(List.of("Tag", "TotalViews", "día"))).isNotEqualTo(PRINT);
        assertThat(HeaderPrint.of(List.of("a\",\"b"))).isNotEqualTo(HeaderPrint.of(List.of("a", "b")));
    }

    @Test
    void namesThatDifferInCaseAloneCountAsTheyAreWritten() {
        List<String> both = List.of("ID", "id", "Views");

        assertThat(HeaderPrint.of(both)).isEqualTo(HeaderPrint.of(List.of("Views", "id", "ID")))
                .isNotEqualTo(HeaderPrint.of(List.of("ID", "id", "views")));
        assertThat(HeaderPrint.respelt(List.of("views", "id"), both)).isEmpty();
    }

    @Test
    void wantedNamesAreFoundInTheHeadersOwnSpelling() {
        assertThat(HeaderPrint.respelt(List.of("tag", "Total Views", "other"), List.of("Tag", "Total Views")))
                .containsOnlyKeys("tag").containsEntry("tag", "Tag");
    }
}
