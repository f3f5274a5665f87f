package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswerBatchesTest {

    private static final Instant NINE = Instant.parse("2026-02-01T09:00:00Z");

    private final ImportBench bench = new ImportBench();

    private TakenIn take(RawAnswer... answers) {
        return Collecting.answers(bench.database, InstantSource.fixed(ImportBench.NOW)).take(bench.tenant,
                List.of(answers), db -> {
                });
    }

    private static RawAnswer page(Instant at, String... videos) {
        return new RawAnswer("ensembledata hashtag:rest page 1", FileFormat.ENSEMBLEDATA_POSTS, "ensembledata", at,
                "{\"data\":{\"data\":[" + String.join(",", videos) + "],\"nextCursor\":20}}");
    }

    private static String video(int number, String views) {
        return "{\"aweme_id\":\"760000000000000000" + number + "\",\"statistics\":{\"play_count\":" + views + "}}";
    }

    @Test
    void answersAreStoredWithTheirBadItemsSetAside() {
        TakenIn taken = take(page(NINE, video(1, "100"), video(2, "\"lots\"")),
                page(NINE.plusSeconds(5), video(3, "7")));

        assertThat(taken).isEqualTo(new TakenIn(3, 2, 0, 2, Map.of(RejectReason.BAD_NUMBER, 1L)));
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(2);
        assertThat(bench.one("select file_name || ' ' || row_number || ' ' || reason from quarantine", String.class))
                .isEqualTo("ensembledata hashtag:rest page 1 2 bad-number");
        assertThat(bench.one("select count(*) from metric_due", Long.class)).isEqualTo(2);
    }

    @Test
    void theSameAnswerTwiceStoresNothingMore() {
        RawAnswer answer = page(NINE, video(1, "100"), video(2, "\"lots\""));
        take(answer);
        String once = bench.dump();

        TakenIn again = take(answer, answer);

        assertThat(again.stored()).isZero();
        assertThat(bench.dump()).isEqualTo(once);
    }

    @Test
    void anEntityHasOneReadingOfASourceInAFetchWindow() {
        TakenIn first = take(page(NINE.plusSeconds(1), video(1, "100")), page(NINE.plusSeconds(2), video(1, "101")));
        TakenIn later = take(page(NINE.plusSeconds(900), video(1, "108")));
        TakenIn next = take(page(NINE.plusSeconds(901), video(1, "109")));

        assertThat(first.observations()).isEqualTo(1);
        assertThat(later.observations()).as("09:15:00 closes the window").isZero();
        assertThat(next.observations()).isEqualTo(1);
    }

    @Test
    void readingsOfASandboxKeepItsName() {
        take(new RawAnswer("x", FileFormat.ENSEMBLEDATA_POSTS, "sim-ensembledata", NINE,
                "{\"data\":[" + video(1, "100") + "]}"));

        assertThat(bench.one("select name from source", String.class)).isEqualTo("sim-ensembledata");
    }

    @Test
    void anAnswerWithoutItemsIsNoFailure() {
        assertThat(take(page(NINE)).items()).isZero();
    }

    @Test
    void whatStandsBesideAppearsWithTheRowsOrNotAtAll() {
        var intake = Collecting.answers(bench.database, InstantSource.fixed(ImportBench.NOW));

        assertThatThrownBy(() -> intake.take(bench.tenant, List.of(page(NINE, video(1, "100"))), db -> {
            throw new IllegalStateException("killed");
        })).hasMessage("killed");

        assertThat(bench.rows(Collected.OBSERVATION)).isZero();
    }
}
