package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.AnswerIntake.TakenIn;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.commerce.CommerceDatasets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommerceIntakeTest {

    private static final Instant NINE = Instant.parse("2026-02-01T09:00:00Z");

    private final ImportBench bench = new ImportBench();

    private TakenIn take(RawAnswer... answers) {
        return Collecting.answers(bench.database, InstantSource.fixed(ImportBench.NOW)).take(bench.tenant,
                List.of(answers), db -> {
                });
    }

    private static RawAnswer report(Instant at, String spend) {
        return new RawAnswer("report", FileFormat.TIKTOK_BUSINESS_REPORT, "sim-tiktok-business", at,
                """
                    {"code":0,"data":{"list":[{"dimensions":{"ad_id":"77","stat_time_day":"2026-01-30 00:00:00"},
                    "metrics":{"spend":"%s","impressions":"10"}}]}}""".formatted(spend));
    }

    @Test
    void aCorrectionIsKeptAndARepetitionIsNot() {
        assertThat(take(report(NINE, "1.50")).stored()).isEqualTo(1);
        assertThat(take(report(NINE.plusSeconds(900), "1.5")).stored()).as("the same in other words").isZero();
        assertThat(take(report(NINE.plusSeconds(1800), "1.75"), report(NINE.plusSeconds(2700), "1.75")).stored())
                .isEqualTo(1);
        assertThat(take(report(NINE.plusSeconds(3600), "1.50")).stored()).as("taken back").isEqualTo(1);

        assertThat(bench.rows(CommerceDatasets.AD_RESULT)).isEqualTo(3);
        assertThat(bench.dump()).contains("\"spend\":1.75").contains("sim-tiktok-business");
        assertThat(bench.one("select name from source", String.class)).isEqualTo("sim-tiktok-business");
    }

    @Test
    void theSameAnswersAgainStoreNothingInAnyOrder() {
        RawAnswer[] answers = {report(NINE, "1.50"), report(NINE, "1.60"), report(NINE.plusSeconds(60), "1.50")};
        take(answers);
        String once = bench.dump();

        take(answers);
        take(answers[2], answers[0]);
        take(answers[1]);

        assertThat(bench.dump()).isEqualTo(once);
    }

    @Test
    void anOrderAndItsLinesAreOneItem() {
        TakenIn taken = take(new RawAnswer("orders", FileFormat.TIKTOK_SHOP_ORDERS, "tiktok-shop", NINE,
                """
                    {"data":{"orders":[{"id":"5","payment":{"currency":"USD","total_amount":"27.90"},
                    "line_items":[{"id":"6","sale_price":"20"},{"id":"7","sale_price":"7.90"}]}]}}"""));

        assertThat(taken.items()).isEqualTo(1);
        assertThat(taken.stored()).isEqualTo(1);
        assertThat(bench.rows(CommerceDatasets.SHOP_ORDER)).isEqualTo(1);
        assertThat(bench.rows(CommerceDatasets.ORDER_LINE)).isEqualTo(2);
    }
}
