package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.SourceStatus;
import dev.upswell.server.live.Watch;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Questions that are answered from what was kept.
class KeptPagesTest {

    private final LiveBench bench = new LiveBench();
    private final String hashtag = "hashtag:" + LiveBench.busiest();

    @AfterEach
    void closeBench() {
        bench.close();
    }

    /// Takes what is watched off the list and puts it there again, so that it is due at once.
    private static void watchAnew(LiveBench bench, String subject) {
        bench.live().watches().list().forEach(one -> bench.live().watches().remove(one.watch().id()));
        bench.watch("ensembledata", subject, 10);
    }

    private static long charged(LiveBench bench) {
        return bench.list("select count(*) from source_request", Long.class).getFirst();
    }

    private static SourceStatus.Reused reused(LiveBench bench) {
        return bench.live().sources().list().getFirst().reused();
    }

    @Test
    void theSameQuestionWithinAWindowCostsNothing() {
        watchAnew(bench, hashtag);
        long pages = bench.round().pages();
        String before = String.join("\n",
                bench.rows(Collected.OBSERVATION, "SELECT entity_id || views FROM %s ORDER BY 1"));
        assertThat(pages).isGreaterThan(1);
        watchAnew(bench, hashtag);
        bench.now = bench.now.plus(Duration.ofMinutes(9));

        RoundReport report = bench.round();

        assertThat(report.requests()).isZero();
        assertThat(report.reused()).isEqualTo(pages);
        assertThat(report.done()).isEqualTo(1);
        assertThat(charged(bench)).isEqualTo(pages);
        assertThat(reused(bench)).isEqualTo(new SourceStatus.Reused(pages, pages));
        assertThat(bench.live().watches().list().getFirst().last().state()).isEqualTo("DONE");
        assertThat(String.join("\n", bench.rows(Collected.OBSERVATION, "SELECT entity_id || views FROM %s ORDER BY 1")))
                .isEqualTo(before);
    }

    @Test
    void inTheNextWindowItIsAskedAgain() {
        watchAnew(bench, hashtag);
        bench.round();
        watchAnew(bench, hashtag);
        bench.now = bench.now.plus(Duration.ofMinutes(10));

        assertThat(bench.round().reused()).isZero();
        assertThat(charged(bench)).isEqualTo(4);
    }

    @Test
    void anotherTenantAndAnotherKeyAsk() {
        watchAnew(bench, hashtag);
        bench.round();
        try (LiveBench other = new LiveBench(bench)) {
            watchAnew(other, hashtag);
            assertThat(other.round().requests()).isEqualTo(2);
            assertThat(reused(other)).isEqualTo(SourceStatus.Reused.NONE);
        }
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update source_request set key_print = 'another'").update());
        watchAnew(bench, hashtag);

        assertThat(bench.round().requests()).isEqualTo(2);
    }

    @Test
    void aVideoThatWasJustSeenInAPageIsNotAskedFor() {
        String video = LiveBench.truth().getFirst().id();
        watchAnew(bench, hashtag);
        bench.round();
        bench.watch("ensembledata", "video:" + video, 1);
        bench.watch("ensembledata", "video:7600000000000000001", 1);

        RoundReport report = bench.round();

        assertThat(report.reused()).isEqualTo(1);
        assertThat(report.requests()).as("of the video that nobody saw").isEqualTo(1);
        assertThat(bench.rows(Collected.OBSERVATION,
                "SELECT views FROM %s WHERE kind = 'video' AND entity_id = '" + video + "'"))
                .hasSize(1);
    }

    @Test
    void whatASandboxToldOfAVideoAnswersNoQuestionToTheProviderItself() {
        watchAnew(bench, hashtag);
        bench.round();
        bench.sources = source -> new Interrupted(source, _ -> {
        }, new Answer.Page(new Answer.Receipt(200, 1), FileFormat.ENSEMBLEDATA_POSTS, "{\"data\":[]}", null, false));
        bench.watch("ensembledata", "video:7600000000000000001", 1);
        bench.now = bench.now.plusSeconds(1);
        bench.round();
        bench.watch("ensembledata", "video:" + LiveBench.truth().getFirst().id(), 1);

        RoundReport report = bench.round();

        assertThat(report.reused()).isZero();
        assertThat(report.requests()).isEqualTo(1);
    }

    @Test
    void whereNoPageCameWithTheKeyAVideoIsAskedFor() {
        watchAnew(bench, hashtag);
        bench.round();
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update source_request set key_print = 'another'").update());
        bench.watch("ensembledata", "video:" + LiveBench.truth().getFirst().id(), 1);

        assertThat(bench.round().requests()).isEqualTo(1);
    }

    @Test
    void anAnswerThatIsNotKeptAnswersNothing() {
        watchAnew(bench, hashtag);
        bench.intake = intake -> (_, _, _) -> {
            throw new IllegalStateException("a fault of the mapper");
        };
        bench.round();
        bench.live().deadLetters().list(10, 0).forEach(letter -> bench.live().deadLetters().drop(letter.id()));
        bench.intake = intake -> intake;
        watchAnew(bench, hashtag);

        RoundReport report = bench.round();

        assertThat(report.reused()).isZero();
        assertThat(report.requests()).isEqualTo(2);
    }

    @Test
    void aVisitThatWasCutOffGoesOnWhereItStoodAndTheNextOneIsAnsweredWhole() {
        List<Watch> watches = List.of(bench.watch("ensembledata", hashtag, 1));
        bench.round();
        bench.live().watches().remove(watches.getFirst().id());
        bench.watch("ensembledata", hashtag, 10);

        RoundReport report = bench.round();

        assertThat(report.reused()).as("the first page").isEqualTo(1);
        assertThat(report.requests()).as("the second").isEqualTo(1);
    }
}
