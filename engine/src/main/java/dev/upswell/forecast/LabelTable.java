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
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/// The labels of all cuts of a grid whose outcome was known by an instant, and what each cut could know of earlier ones.
final class LabelTable {

    /// Bars that became known in so many days count, those at both ends included: eight of daily cuts.
    private static final int BAR_DAYS = 7;
    private static final long DAY = 24 * 3600;
    private static final int CUTS_AT_A_TIME = 32;

    private final SurgeProtocol protocol;
    private final TreeMap<Long, CutLabels> byCut = new TreeMap<>();
    private final List<PastOutcomes> outcomes;

    private LabelTable(SurgeProtocol protocol, List<CutLabels> labels, List<PastOutcomes> outcomes) {
        this.protocol = protocol;
        labels.forEach(one -> byCut.put(one.cut(), one));
        this.outcomes = outcomes;
    }

    /// The labels of the cuts from `from` on that were complete at `knownBy`, in epoch seconds.
    static LabelTable of(EntityBook book, long from, long knownBy) {
        SurgeProtocol protocol = book.protocol();
        return of(book, switch (protocol.outcomes()) {
            case OutcomeRule.AtHorizon exact ->
                atHorizon(book, grid(from, knownBy - protocol.horizonSeconds(), protocol.step()).toArray());
            case OutcomeRule.NextLook look -> grid(from, knownBy, protocol.step()).parallel()
                    .mapToObj(cut -> CutLabels.of(book, cut)).flatMap(Optional::stream)
                    .filter(labelled -> labelled.knownAt() <= knownBy).toList();
        });
    }

    /// First every entity goes along its readings, then every cut along its entities; some cuts at a time, for want of room.
    private static List<CutLabels> atHorizon(EntityBook book, long[] cuts) {
        List<CutLabels> labels = new ArrayList<>();
        for (int first = 0; first < cuts.length; first += CUTS_AT_A_TIME) {
            long[] some = Arrays.copyOfRange(cuts, first, Math.min(cuts.length, first + CUTS_AT_A_TIME));
            double[][] growths = new double[some.length][book.size()];
            IntStream.range(0, book.size()).parallel().forEach(entity -> book.growths(entity, some, growths));
            labels.addAll(IntStream.range(0, some.length).parallel()
                    .mapToObj(i -> CutLabels.atHorizon(book, some[i], growths[i])).flatMap(Optional::stream).toList());
        }
        return labels;
    }

    /// The table of these labels of the entities of a book, cuts ascending.
    static LabelTable of(EntityBook book, List<CutLabels> labels) {
        return new LabelTable(book.protocol(), labels, outcomes(book.size(), labels));
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
                growing.get(one.entities()[i]).add(one.cut(), one.knownAt(), one.growths()[i], one.bar(i));
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
        return outcomes.get(entity).knownAt(cut);
    }

    /// What a band of the market had shown as a whole when `cut` was made.
    CutContext context(long cut, int band) {
        long since = cut - BAR_DAYS * DAY - protocol.reach().toSeconds();
        OptionalDouble bar = byCut.subMap(since, true, cut, false).values().stream()
                .filter(one -> one.knownAt() >= cut - BAR_DAYS * DAY && one.knownAt() <= cut && one.knows(band))
                .mapToDouble(one -> one.bars()[band]).average();
        return new CutContext(Instant.ofEpochSecond(cut), bar.isPresent() ? Double.valueOf(bar.getAsDouble()) : null,
                protocol.horizon());
    }

    private static final class Growing {

        private long[] cuts = new long[16];
        private long[] knownAts = new long[16];
        private double[] growths = new double[16];
        private double[] bars = new double[16];
        private int size;

        void add(long cut, long knownAt, double growth, double bar) {
            if (size == cuts.length) {
                cuts = Arrays.copyOf(cuts, 2 * size);
                knownAts = Arrays.copyOf(knownAts, 2 * size);
                growths = Arrays.copyOf(growths, 2 * size);
                bars = Arrays.copyOf(bars, 2 * size);
            }
            cuts[size] = cut;
            knownAts[size] = knownAt;
            growths[size] = growth;
            bars[size++] = bar;
        }

        PastOutcomes outcomes() {
            return PastOutcomes.of(Arrays.copyOf(cuts, size), Arrays.copyOf(knownAts, size),
                    Arrays.copyOf(growths, size), Arrays.copyOf(bars, size));
        }
    }
}
