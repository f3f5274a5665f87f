package dev.upswell.server.collect.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.commerce.VideoViewing;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.format.ContentDetection;
import dev.upswell.server.collect.mapper.GoldenRows;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Exports of which any cell may be damaged: every row is kept or set aside, and nothing that cannot be true is kept.
class DamagedExportsTest {

    private static final int ROWS = 10_000;
    private static final String HEADER = "ID Video,Average watch time,Watched full video,Retensi 3 detik,Retention at 5 s (%),Profile views,Klik tautan,New followers,Views\n";
    private static final List<String> CELLS = List.of("", "-", "0", "1", "0.5", "0,5", "50", "50%", "50,5 %", "101%",
            "00:12", "1:02:03", "99:99", "99:99:99", "12s", "12,3 detik", "1m 5s", "1 menit", "2 jam 1 menit",
            "61000 ms",
            "1.234", "1,234", "1.234.567", "1.2K", "12 rb", "NaN", "Infinity", "-1", "-1%", "1e400", "1e-400", "%",
            ":", "::", "s", "00:00:00:00", "٤٢%", "４２%", "999999999999999999999", "\u202E12:00", "=1+1", "0x10",
            "x".repeat(5_000), "12 m 70 s", "0.0000000000000000000000001", "5%%", "5 % %", "ms", "1ms1s", ",", ".",
            "1,",
            ",5", ".5", "1.", "+5%", "--5");

    @Test
    void tenThousandRowsAreKeptOrSetAside() {
        SplittableRandom chance = new SplittableRandom(7);
        StringBuilder text = new StringBuilder(HEADER);
        for (int row = 0; row < ROWS; row++) {
            text.append(chance.nextInt(20) == 0 ? cell(chance) : "76000000000000" + (10_000 + row));
            for (int column = 1; column < 9; column++) {
                text.append(',').append(chance.nextInt(6) > 0 ? "" : cell(chance));
            }
            text.append('\n');
        }
        Map<RejectReason, Integer> aside = new EnumMap<>(RejectReason.class);
        int kept = 0;
        MappingContext context = new MappingContext(GoldenRows.NOW, GoldenRows.NOW);
        try (OpenFile file = new ContentDetection(ViewingMappers.all()).open(GoldenRows.source(text.toString()),
                ImportOptions.AUTO)) {
            for (RawRow row = file.next(); row != null; row = file.next()) {
                switch (file.mapper().map(row, context)) {
                    case RowResult.Mapped mapped -> {
                        mapped.facts().forEach(DamagedExportsTest::requireBelievable);
                        kept++;
                    }
                    case RowResult.Rejected no -> {
                        assertThat(no.detail()).isNotBlank().hasSizeLessThan(2_000);
                        aside.merge(no.reason(), 1, Integer::sum);
                    }
                }
            }
        }
        assertThat(kept + aside.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(ROWS);
        assertThat(kept).isGreaterThan(ROWS / 20);
        assertThat(aside).containsKeys(RejectReason.AMBIGUOUS, RejectReason.CONTRADICTORY, RejectReason.BAD_NUMBER,
                RejectReason.NEGATIVE_COUNT, RejectReason.ABSURD_COUNT, RejectReason.NO_COUNTS, RejectReason.BAD_ID);
    }

    private static String cell(SplittableRandom chance) {
        return '"' + CELLS.get(chance.nextInt(CELLS.size())) + '"';
    }

    /// The record itself refuses what cannot be true; what is left is the size of a time.
    private static void requireBelievable(Object fact) {
        Double seconds = ((VideoViewing) fact).told().averageWatchSeconds();
        assertThat(seconds == null || seconds <= 86_400).as(fact.toString()).isTrue();
    }
}
