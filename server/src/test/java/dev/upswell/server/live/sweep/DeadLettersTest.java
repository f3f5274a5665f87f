package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.LiveRefused;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.store.StoreException;
import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What fails for good, at the provider or on its way into the store.
class DeadLettersTest {

    private static final String VIDEOS = "SELECT entity_id || ' ' || views FROM %s WHERE kind = 'video' AND source = '";

    private final LiveBench bench = new LiveBench();
    private final String hashtag = "hashtag:" + LiveBench.busiest();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<String> videos(String source) {
        return bench.rows(Collected.OBSERVATION, VIDEOS + source + "' ORDER BY 1");
    }

    private static List<String> truth() {
        return LiveBench.truth().stream().map((Shown video) -> video.id() + " " + video.views()).sorted().toList();
    }

    @Test
    void aRequestThatFailsForGoodIsADeadLetterAndGoesOnAtItsCursorWhenReplayed() {
        bench.watch("ensembledata", hashtag, 10);
        bench.sandbox.order(Fate.ANSWERED, Fate.FAILING, Fate.FAILING, Fate.MALFORMED);

        RoundReport report = bench.round();

        assertThat(report.broken()).isEqualTo(1);
        assertThat(report.pages()).isEqualTo(1);
        assertThat(bench.live().watches().list().getFirst().last().state()).isEqualTo("BROKEN");
        DeadLetter letter = bench.live().deadLetters().list(10, 0).getFirst();
        assertThat(letter.subject()).isEqualTo(hashtag);
        assertThat(letter.page()).isEqualTo(2);
        assertThat(letter.reason()).isEqualTo("malformed");
        assertThat(letter.body()).startsWith("{\"data\":");
        assertThat(letter.tries()).isEqualTo(3);
        assertThat(bench.round().requests()).isZero();

        bench.live().deadLetters().replay(letter.id());
        bench.round();

        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
        assertThat(bench.live().deadLetters().count()).isZero();
        assertThatThrownBy(() -> bench.live().deadLetters().replay(letter.id()))
                .isInstanceOfSatisfying(LiveRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(LiveRefused.Reason.UNKNOWN));
    }

    @Test
    void aLetterWhoseSubjectIsVisitedAnewWaits() {
        bench.units = 3;
        bench.watch("ensembledata", hashtag, 10);
        bench.sandbox.order(Fate.FAILING, Fate.FAILING, Fate.FAILING);
        bench.round();
        bench.now = bench.now.plus(Duration.ofHours(1));
        bench.units = 1;
        bench.round();
        bench.round();
        DeadLetter letter = bench.live().deadLetters().list(10, 0).getFirst();

        assertThatThrownBy(() -> bench.live().deadLetters().replay(letter.id())).isInstanceOf(LiveRefused.class)
                .hasMessageContaining("visited anew");

        bench.live().deadLetters().drop(letter.id());
        assertThat(bench.live().deadLetters().count()).isZero();
    }

    @Test
    void anAnswerThatCannotBeStoredHoldsUpNoOther() {
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("tiktok-research", hashtag, 10);
        bench.intake = intake -> (tenant, answers, alongside) -> {
            if (answers.stream().anyMatch(answer -> answer.name().equals("sim-ensembledata " + hashtag + " page 1"))) {
                throw new IllegalStateException("a fault of the mapper");
            }
            return intake.take(tenant, answers, alongside);
        };

        RoundReport report = bench.round();

        assertThat(report.taken().unstorable()).isEqualTo(1);
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());
        DeadLetter letter = bench.live().deadLetters().list(10, 0).getFirst();
        assertThat(letter.reason()).isEqualTo("unstorable");

        bench.intake = intake -> intake;
        bench.live().deadLetters().replay(letter.id());
        bench.round();

        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
    }

    @Test
    void anAnswerThatTheStoreRefusesForGoodIsALetterAndTheOthersGoOn() {
        bench.watch("ensembledata", hashtag, 10);
        bench.watch("tiktok-research", hashtag, 10);
        bench.intake = intake -> (tenant, answers, alongside) -> {
            if (answers.stream().anyMatch(answer -> answer.name().equals("sim-ensembledata " + hashtag + " page 1"))) {
                throw StoreException.permanent("the answer was not stored", "lake", "Look at it.", null);
            }
            return intake.take(tenant, answers, alongside);
        };

        RoundReport report = bench.round();

        assertThat(report.taken().unstorable()).isEqualTo(1);
        assertThat(videos("sim-tiktok-research")).isEqualTo(truth());
        assertThat(videos("sim-ensembledata")).as("the second page").isNotEmpty();
        assertThat(bench.list("select count(*) from answer_inbox", Long.class)).containsExactly(0L);
        assertThat(bench.live().deadLetters().list(10, 0)).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo("unstorable");
            assertThat(letter.detail()).contains("StoreException");
        });
    }

    @Test
    void whereTheStoreRefusesEveryAnswerNothingIsALetter() {
        bench.watch("ensembledata", hashtag, 10);
        bench.intake = intake -> (_, _, _) -> {
            throw StoreException.permanent("the disk is full", "lake", "Make room.", null);
        };

        assertThatThrownBy(bench::round).isInstanceOf(StoreException.class).hasMessageContaining("the disk is full");

        assertThat(bench.live().deadLetters().count()).isZero();
        bench.intake = intake -> intake;
        bench.round();
        assertThat(videos("sim-ensembledata")).isEqualTo(truth());
    }

    @Test
    void listsOfLettersHoldTheBeginningsOfBodiesAndOneLetterAllOfIt() {
        bench.watch("ensembledata", hashtag, 10);
        bench.sandbox.order(Fate.MALFORMED, Fate.MALFORMED, Fate.MALFORMED);
        bench.round();
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("update dead_letter set body = repeat('é', 5000)").update());
        DeadLetter listed = bench.live().deadLetters().list(10, 0).getFirst();
        String start = listed.id().toString().substring(0, 8).toUpperCase(Locale.ROOT);

        assertThat(listed.body()).isEqualTo("é".repeat(2_000));
        assertThat(bench.live().deadLetters().beginningWith(start, 2)).containsExactly(listed);
        assertThat(bench.live().deadLetters().beginningWith("%", 2)).isEmpty();
        assertThat(bench.live().deadLetters().find(listed.id()).body()).hasSize(5_000);
    }
}
