package dev.upswell.fyp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class FypLedgerTest {

    @Property(tries = 60)
    void carryingOnEqualsScoringAnew(@ForAll @IntRange(min = 0, max = 100_000) int seed,
            @ForAll @IntRange(min = 1, max = 20) int batch) {
        Random random = new Random(seed);
        List<MarkValues> history = Brand.history(seed, 60);
        List<MarkValues> arriving = new ArrayList<>(history);
        if (seed % 2 == 0) {
            Collections.shuffle(arriving, random);
        }
        FypLedger ledger = new FypLedger();
        Map<MarkValues.Key, FypScore> told = new TreeMap<>();
        for (int from = 0; from < arriving.size(); from += batch) {
            List<MarkValues> come = new ArrayList<>(
                    arriving.subList(from, Math.min(arriving.size(), from + batch)));
            come.add(mended(arriving.get(random.nextInt(from + 1))));
            ledger.change(come, List.of()).forEach(score -> told.put(score.key(), score));
        }
        ledger.change(history, List.of()).forEach(score -> told.put(score.key(), score));

        List<FypScore> anew = FypScoring.scores(List.of(), history);
        assertThat(ledger.scores()).isEqualTo(anew);
        assertThat(told.values()).containsExactlyElementsOf(anew);
    }

    @Property(tries = 30)
    void whatIsTakenOutIsAsIfItHadNeverBeen(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<MarkValues> history = Brand.history(seed, 40);
        FypLedger ledger = new FypLedger();
        ledger.change(history, List.of());
        List<MarkValues> gone = history.subList(10, 20);

        ledger.change(List.of(), gone.stream().map(MarkValues::key).toList());

        List<MarkValues> left = new ArrayList<>(history);
        left.removeAll(gone);
        assertThat(ledger.scores()).isEqualTo(FypScoring.scores(List.of(), left));
    }

    @Property(tries = 30)
    void aLedgerOfTheKeptMemoryGoesOnLikeTheWhole(@ForAll @IntRange(min = 0, max = 100_000) int seed) {
        List<MarkValues> history = Brand.history(seed, 250);
        List<FypScore> whole = FypScoring.scores(List.of(), history);
        int cut = whole.size() * 3 / 4;
        List<FypScore> kept = whole.subList(0, cut).stream().filter(score -> !score.asOf()
                .isBefore(whole.get(cut).asOf().minus(FypScoring.MEMORY))).toList();
        FypLedger ledger = FypLedger.of(kept);

        List<FypScore> changed = ledger.change(history.stream().filter(one -> !one.asOf()
                .isBefore(whole.get(cut).asOf())).toList(), List.of());

        assertThat(changed).isNotEmpty();
        assertThat(whole.subList(whole.size() - changed.size(), whole.size())).isEqualTo(changed);
    }

    @Test
    void theSameAgainChangesNothing() {
        FypLedger ledger = new FypLedger();
        ledger.change(Brand.history(1, 20), List.of());

        assertThat(ledger.change(Brand.history(1, 20), List.of())).isEmpty();
    }

    /// The same mark, measured otherwise at first.
    private static MarkValues mended(MarkValues values) {
        return new MarkValues(values.video(), values.mark(), values.postedAt(), Map.of(FypMetric.V15, 0.123));
    }
}
