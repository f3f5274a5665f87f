package dev.upswell.weigh;

import java.util.List;

/// A history cut in two: what is learnt from, and the later periods that judge.
///
/// @param periods in both together
record Cut(Ledger past, Ledger later, int periods) {

    static Cut of(List<Outcome> history, int judged) {
        int[] periods = history.stream().mapToInt(Outcome::period).distinct().sorted().toArray();
        int from = periods.length <= judged ? Integer.MIN_VALUE : periods[periods.length - judged];
        return new Cut(Ledger.of(history.stream().filter(one -> one.period() < from).toList()),
                Ledger.of(history.stream().filter(one -> one.period() >= from).toList()), periods.length);
    }
}
