package dev.upswell.forecast;

import dev.upswell.feature.CutContext;
import dev.upswell.feature.PastOutcomes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.LongStream;

/// The labels of all cuts of a grid whose horizon had elapsed by an instant, and what each cut could know of earlier ones.
final class LabelTable {

    /// Bars that became known in so many days count, those at both ends included: eight of daily cuts.
    private static final int BAR_DAYS = 7;
    private static final long DAY = 24 * 3600;

    private final TreeMap<Long, CutLabels> byCut = new TreeMap<>();
    private final List<PastOutcomes> outcomes;

    private LabelTable(List<CutLabels> labels, List<PastOutcomes> outcomes) {
        labels.forEach(one -> byCut.put(one.cut(), one));
        this.outcomes = outcomes;
    }

    /// The labels of the cuts from `from` on that were complete at `knownBy`, in epoch seconds.
    static LabelTable of(HashtagBook book, SurgeProtocol protocol, long from, long knownBy) {
        List<CutLabels> labels = grid(from, knownBy - SurgeProtocol.horizonSeconds(), protocol.step()).parallel()
                .mapToObj(cut -> CutLabels.of(book, protocol, cut)).flatMap(Optional::stream).toList();
        return of(book.size(), labels);
    }

    /// The table of these labels of so many entities, cuts ascending.
    static LabelTable of(int entities, List<CutLabels> labels) {
        return new LabelTable(labels, outcomes(entities, labels));
    }

    /// The cuts of a grid in [from, to].
    static LongStream grid(long from, long to, long step) {
        long first = Math.ceilDiv(from, step);
        return LongStream.rangeClosed(first, Math.floorDiv(to, step)).map(index -> index * step);
    }

    private static List<PastOutcomes> outcomes(int entities, List<CutLabels> labels) {
        List<Growing> growing = new ArrayList<>();
        for (int i = 0; i < entities; i++) {
            growing.add(new Growing());
        }
        for (CutLabels one : labels) {
            for (int i = 0; i < one.size(); i++) {
                growing.get(one.entities()[i]).add(one.cut(), one.growths()[i], one.bar());
            }
        }
        return growing.stream().map(Growing::outcomes).toList();
    }

    List<CutLabels> all() {
        return List.copyOf(byCut.values());
    }

    Optional<CutLabels> at(long cut) {
        return Optional.ofNullable(byCut.get(cut));
    }

    /// What had come of this entity's cuts when `cut` was made.
    PastOutcomes outcomes(int entity, long cut) {
        return outcomes.get(entity).knownAt(cut, SurgeProtocol.horizonSeconds());
    }

    /// What the market as a whole had shown when `cut` was made.
    CutContext context(long cut) {
        OptionalDouble bar = byCut
                .subMap(cut - SurgeProtocol.horizonSeconds() - BAR_DAYS * DAY, true,
                        cut - SurgeProtocol.horizonSeconds(), true)
                .values().stream()
                .mapToDouble(CutLabels::bar).average();
        return new CutContext(Instant.ofEpochSecond(cut), bar.isPresent() ? Double.valueOf(bar.getAsDouble()) : null);
    }

    private static final class Growing {

        private long[] cuts = new long[64];
        private double[] growths = new double[64];
        private double[] bars = new double[64];
        private int size;

        void add(long cut, double growth, double bar) {
            if (size == cuts.length) {
                cuts = Arrays.copyOf(cuts, 2 * size);
                growths = Arrays.copyOf(growths, 2 * size);
                bars = Arrays.copyOf(bars, 2 * size);
            }
            cuts[size] = cut;
            growths[size] = growth;
            bars[size++] = bar;
        }

        PastOutcomes outcomes() {
            return PastOutcomes.of(Arrays.copyOf(cuts, size), Arrays.copyOf(growths, size), Arrays.copyOf(bars, size));
        }
    }
}
