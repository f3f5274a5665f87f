package dev.upswell.server.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProposedNameTest {

    @ParameterizedTest
    @CsvSource({"clips.csv,clips", "Clips 2026-01-14.csv.gz,clips", "weekly_report_W03.csv,weekly-report-w03",
            "Übersicht.csv,ubersicht", "2026-01-14.csv,table", "guess.csv,table", "视频.csv,table", ".csv,csv",
            "my export (1).csv,my-export-1"})
    void nameIsWhatIsLeftOfTheFilesNameWithoutDaysAndEndings(String file, String name) {
        assertThat(ProposedName.of(file, Set.of())).isEqualTo(name);
    }

    @Test
    void nameThatIsInUseIsNumbered() {
        assertThat(ProposedName.of("clips.csv", Set.of("clips", "clips-2"))).isEqualTo("clips-3");
        assertThat(ProposedName.of("x".repeat(200) + ".csv", Set.of())).hasSize(40);
    }
}
