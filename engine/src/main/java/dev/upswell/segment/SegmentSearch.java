package dev.upswell.segment;

import dev.upswell.numeric.SplitMix;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Looks for segments of which forecasts are worse than of all others.
///
/// Whoever looks at a hundred segments finds some that look bad by chance. So the entities are dealt into two halves: the first chooses
/// those that look worst and the second, which had no part in it, has to confirm them with the number of those chosen taken into
/// account (Holm). An entity is in one half with all its forecasts.
///
/// A segment that is no worse without the forecasts of the segments chosen before it is their shadow, and is not told: surges of a source
/// that are foretold too low make every part of the day look too low that has more of that source.
///
/// **absence** what is known of no segment is in none · **cost** linear in forecasts times segments
public final class SegmentSearch {

    private final List<JudgedForecast> judged;
    private final Comparison comparison;
    private final SearchSettings settings;
    private final Map<Segment, BitSet> rows = new TreeMap<>();
    private final BitSet all;

    /// A search in these forecasts.
    public SegmentSearch(List<JudgedForecast> judged, SearchSettings settings) {
        this.judged = List.copyOf(judged);
        this.settings = settings;
        this.comparison = new Comparison(new Forecasts(this.judged), settings.sizes());
        this.all = new BitSet(judged.size());
        all.set(0, judged.size());
        for (int row = 0; row < judged.size(); row++) {
            for (Segment segment : this.judged.get(row).segments()) {
                rows.computeIfAbsent(segment, _ -> new BitSet()).set(row);
            }
        }
    }

    /// What was found.
    ///
    /// @param weaknesses the surest first
    /// @param looked how many segments were large enough to be looked at
    /// @param chosen how many the first half chose
    public record Found(List<Weakness> weaknesses, int looked, int chosen) {

        public Found {
            weaknesses = List.copyOf(weaknesses);
        }
    }

    private record Chosen(Segment segment, Fault fault, Measured measured) {
    }

    /// @param measured in the second half
    /// @param p of that, or without the forecasts of segments chosen before, whichever is larger
    private record Tried(Chosen chosen, Measured measured, double p) {
    }

    /// Looks for weaknesses.
    ///
    /// @param seed deals the entities into halves
    /// @param unfit dimensions of which [Fault#UNSURE] says nothing, because their parts are made by what was stated
    public Found find(long seed, Set<String> unfit) {
        BitSet first = half(seed);
        BitSet second = (BitSet) all.clone();
        second.andNot(first);
        List<Chosen> worst = new ArrayList<>();
        int looked = 0;
        for (Segment segment : rows.keySet()) {
            List<Chosen> faults = Arrays.stream(Fault.values())
                    .filter(fault -> fault != Fault.UNSURE || !unfit.contains(segment.dimension()))
                    .flatMap(fault -> comparison.of(rows(segment), first, fault)
                            .map(measured -> new Chosen(segment, fault, measured)).stream())
                    .toList();
            looked += faults.isEmpty() ? 0 : 1;
            faults.stream().filter(one -> one.measured().p() < settings.chosenBelow()
                    && isWorthWork(one.fault(), one.measured())).forEach(worst::add);
        }
        worst.sort(Comparator.comparingDouble((Chosen one) -> one.measured().p()).thenComparing(Chosen::segment)
                .thenComparing(Chosen::fault));
        List<Chosen> chosen = chosen(worst, first);
        return new Found(confirmed(chosen, second), looked, chosen.size());
    }

    /// How a segment stands among all entities, as when it was found earlier; empty where it is too small to say.
    public Optional<Measured> measure(Segment segment, Fault fault) {
        return comparison.of(rows(segment), all, fault);
    }

    private boolean isWorthWork(Fault fault, Measured measured) {
        double least = settings.least(fault);
        return measured.apart() >= least && (fault == Fault.UNSURE || measured.inside() >= least);
    }

    private BitSet rows(Segment segment) {
        return rows.getOrDefault(segment, new BitSet());
    }

    private BitSet half(long seed) {
        Map<String, Boolean> dealt = new HashMap<>();
        BitSet half = new BitSet(judged.size());
        for (int row = 0; row < judged.size(); row++) {
            half.set(row, dealt.computeIfAbsent(judged.get(row).entity(), entity -> isFirst(entity, seed)));
        }
        return half;
    }

    private static boolean isFirst(String entity, long seed) {
        long key = seed;
        for (int i = 0; i < entity.length(); i++) {
            key = SplitMix.mix(key + SplitMix.GOLDEN + entity.charAt(i));
        }
        return (key & 1) == 0;
    }

    /// The worst, without shadows of worse ones.
    private List<Chosen> chosen(List<Chosen> worst, BitSet first) {
        List<Chosen> chosen = new ArrayList<>();
        BitSet left = (BitSet) first.clone();
        for (Chosen one : worst) {
            if (chosen.size() < settings.most() && (chosen.isEmpty() || isStillWorse(one, left))) {
                chosen.add(one);
                left.andNot(rows(one.segment()));
            }
        }
        return chosen;
    }

    private boolean isStillWorse(Chosen one, BitSet left) {
        return comparison.of(rows(one.segment()), left, one.fault())
                .filter(measured -> measured.p() < settings.chosenBelow() && isWorthWork(one.fault(), measured))
                .isPresent();
    }

    /// Holm's procedure over what was chosen, the smallest p first; one that is not confirmed stops those after it.
    private List<Weakness> confirmed(List<Chosen> chosen, BitSet second) {
        List<Tried> tried = new ArrayList<>();
        BitSet left = (BitSet) second.clone();
        for (Chosen one : chosen) {
            Measured measured = comparison.of(rows(one.segment()), second, one.fault()).orElse(null);
            Measured alone = comparison.of(rows(one.segment()), left, one.fault()).orElse(null);
            if (measured != null && alone != null) {
                tried.add(new Tried(one, measured, Math.max(measured.p(), alone.p())));
            }
            left.andNot(rows(one.segment()));
        }
        tried.sort(Comparator.comparingDouble(Tried::p)
                .thenComparing(one -> one.chosen().segment()));
        List<Weakness> confirmed = new ArrayList<>();
        double adjusted = 0;
        for (int rank = 0; rank < tried.size(); rank++) {
            Tried one = tried.get(rank);
            adjusted = Math.max(adjusted, Math.min(1, one.p() * (chosen.size() - rank)));
            if (adjusted <= settings.error() && isWorthWork(one.chosen().fault(), one.measured())) {
                confirmed.add(new Weakness(one.chosen().segment(), one.chosen().fault(), one.chosen().measured(),
                        one.measured(), adjusted));
            }
        }
        return confirmed;
    }
}
