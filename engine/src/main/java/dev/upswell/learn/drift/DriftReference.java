package dev.upswell.learn.drift;

import dev.upswell.learn.Dataset;
import dev.upswell.learn.sketch.ColumnTable;
import dev.upswell.learn.sketch.Surprise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a training keeps of its rows, so that later rows can be held against them: counts in bins, never the rows.
///
/// Kept with the model: about 1 KB a column, the same bytes for the same rows. Calendar columns need no exemption, because a window is
/// held against what past windows of its length looked like.
///
/// **cost** building reads each column once · **source** spec, Drift and out-of-distribution
public final class DriftReference {

    private static final int FEWEST_HELD_BACK = 100;
    private static final double STRANGE = 0.99;
    private static final int TOP = 5;
    private static final int FEWEST_TOGETHER = 8;

    private final DriftSettings settings;
    private final ReferenceSource source;
    private final List<ReferenceColumn> columns;
    private final LabelCounts labels;
    private final long[] heldBack;

    DriftReference(DriftSettings settings, ReferenceSource source, List<ReferenceColumn> columns, LabelCounts labels,
            long[] heldBack) {
        this.settings = settings;
        this.source = source;
        this.columns = List.copyOf(columns);
        this.labels = labels;
        this.heldBack = heldBack;
    }

    /// What to keep of these training rows.
    public static DriftReference of(Dataset rows, DriftSettings settings) {
        return of(ColumnTable.of(rows), settings);
    }

    /// The same for rows that need not fit in memory; one column at a time is held per core.
    public static DriftReference of(ColumnTable rows, DriftSettings settings) {
        if (rows.rows() == 0) {
            throw new IllegalArgumentException(
                    "training rows (0) must be at least one\nMaybe nothing was known yet at the training time.");
        }
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int row = 0; row < rows.rows(); row++) {
            first = Math.min(first, rows.cut(row));
            last = Math.max(last, rows.cut(row));
        }
        PastWindows past = PastWindows.of(rows, first, last, settings.window().toSeconds());
        ReferenceFit fit = ReferenceFit.of(rows, past);
        ReferenceSource source = new ReferenceSource(rows.fingerprint(), rows.rows(), Instant.ofEpochSecond(first),
                Instant.ofEpochSecond(last), past.count());
        return new DriftReference(settings, source, fit.columns(), LabelCounts.of(rows), fit.heldBackSurprises());
    }

    /// A reference from its [#bytes].
    ///
    /// **errors** `IllegalArgumentException` when they are damaged or of a version unknown here
    public static DriftReference of(byte[] bytes) {
        return DriftFormat.reference(bytes);
    }

    /// This reference as bytes, the same for the same rows and settings on every machine.
    public byte[] bytes() {
        return DriftFormat.bytes(this);
    }

    /// An empty window, to which rows are added as they come.
    public DriftWindow window() {
        return DriftWindow.empty(this);
    }

    /// The window of these rows, which may come as a table larger than memory.
    public DriftWindow window(ColumnTable rows) {
        return DriftWindow.of(this, rows);
    }

    /// Holds a window of rows against the training rows.
    public DriftReport compare(Dataset rows, Instant asOf) {
        return compare(window(ColumnTable.of(rows)), asOf, List.of());
    }

    /// Holds a window against the training rows, at any time; the window may grow further.
    ///
    /// @param asOf the instant whose knowledge the window holds
    /// @param residuals what detectors of concept drift say by now, to be part of the verdict
    public DriftReport compare(DriftWindow window, Instant asOf, List<ResidualDrift> residuals) {
        List<FeatureDrift> features = new Comparison(settings).of(columns, window.counts());
        PrevalenceShift prevalence = labels.shift(window.labels(), settings.prevalence());
        DriftVerdict verdict = prevalence == null ? DriftVerdict.UNTESTED : prevalence.verdict();
        for (FeatureDrift feature : features) {
            verdict = verdict.or(feature.verdict());
        }
        for (ResidualDrift residual : residuals) {
            verdict = verdict.or(residual.verdict());
        }
        return new DriftReport(verdict, asOf, source, settings, window.rows(), window.occupiedGroups(), features,
                prevalence, residuals, tellsStrange() ? window.strange() : null);
    }

    /// How strange the row at this offset is; empty when the training held back fewer than 100 rows.
    ///
    /// @param values in the order of the columns; what is not finite is missing
    public Optional<Strangeness> strangeness(float[] values, int offset) {
        return tellsStrange()
                ? Optional.of(strangeness(values, offset, new boolean[columns.size()]))
                : Optional.empty();
    }

    /// How strange each of these rows is among the others; empty when the training held back fewer than 100 rows.
    ///
    /// Where more than half of the rows lie beyond the central 99 % of a column, the clock or the market has moved and no row by itself:
    /// such a column counts as surprising as it usually was at training, and gives no reason. What all rows share is for [#compare] to tell.
    /// Fewer than 8 rows are each looked at alone.
    ///
    /// @param rows one cut's, each in the order of the columns; what is not finite is missing
    public Optional<List<Strangeness>> strangeness(List<float[]> rows) {
        if (!tellsStrange()) {
            return Optional.empty();
        }
        boolean[] shared = shared(rows);
        return Optional.of(rows.stream().map(row -> strangeness(row, 0, shared)).toList());
    }

    private boolean[] shared(List<float[]> rows) {
        boolean[] shared = new boolean[columns.size()];
        for (int i = 0; i < shared.length; i++) {
            ReferenceColumn column = columns.get(i);
            int outside = 0;
            for (float[] row : rows) {
                outside += column.surprise().outside()[column.binOf(row[i])] ? 1 : 0;
            }
            shared[i] = rows.size() >= FEWEST_TOGETHER && 2 * outside > rows.size();
        }
        return shared;
    }

    private Strangeness strangeness(float[] values, int offset, boolean[] shared) {
        int[] surprises = new int[columns.size()];
        long total = 0;
        int outside = 0;
        int own = 0;
        for (int i = 0; i < surprises.length; i++) {
            if (shared[i]) {
                total += columns.get(i).usualSurprise();
                continue;
            }
            int bin = columns.get(i).binOf(values[offset + i]);
            surprises[i] = columns.get(i).surprise().ofBin()[bin];
            outside += columns.get(i).surprise().outside()[bin] ? 1 : 0;
            total += surprises[i];
            own++;
        }
        List<Strangeness.Reason> top = new ArrayList<>();
        for (int i : largest(surprises)) {
            top.add(new Strangeness.Reason(columns.get(i).name(),
                    Float.isFinite(values[offset + i]) ? values[offset + i] : null,
                    Surprise.probability(surprises[i])));
        }
        return new Strangeness(lessStrange(total), total > strangeFrom(), own == 0 ? 0 : (double) outside / own, top);
    }

    /// The places of the largest surprises, the largest first and of equal ones the first; few enough that going through all for each is
    /// quicker than sorting.
    private static int[] largest(int[] surprises) {
        int[] places = new int[Math.min(TOP, surprises.length)];
        boolean[] taken = new boolean[surprises.length];
        for (int place = 0; place < places.length; place++) {
            int best = -1;
            for (int i = 0; i < surprises.length; i++) {
                if (!taken[i] && (best < 0 || surprises[i] > surprises[best])) {
                    best = i;
                }
            }
            taken[best] = true;
            places[place] = best;
        }
        return places;
    }

    /// Share of the rows held back that are less strange, equal ones counted half.
    private double lessStrange(long surprise) {
        int below = firstAtLeast(surprise);
        int equal = firstAtLeast(surprise + 1) - below;
        return (below + equal / 2.0) / heldBack.length;
    }

    /// How many of the rows held back are less surprising than this.
    private int firstAtLeast(long surprise) {
        int low = 0;
        int high = heldBack.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (heldBack[middle] < surprise) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /// The total surprise above which a row counts as strange.
    long strangeFrom() {
        return heldBack[Math.min(heldBack.length - 1, (int) Math.ceil(STRANGE * heldBack.length))];
    }

    /// Whether enough training rows were held back to tell what is strange.
    boolean tellsStrange() {
        return heldBack.length >= FEWEST_HELD_BACK;
    }

    /// The names of the columns, in order.
    public List<String> columnNames() {
        return columns.stream().map(ReferenceColumn::name).toList();
    }

    /// What counts as drift.
    public DriftSettings settings() {
        return settings;
    }

    /// Where this reference comes from.
    public ReferenceSource source() {
        return source;
    }

    List<ReferenceColumn> columns() {
        return columns;
    }

    LabelCounts labels() {
        return labels;
    }

    long[] heldBack() {
        return heldBack;
    }
}
