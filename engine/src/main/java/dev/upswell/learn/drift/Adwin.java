package dev.upswell.learn.drift;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.StreamCorruptedException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Adaptive windowing: keeps the longest recent stretch of a stream whose mean has not changed, and tells when it had to drop its past.
///
/// Fed with a model's errors in [0, 1], at best one mean error per cut: errors of one cut, or of one entity, resemble each other, and the
/// guarantee against false alarms is for independent values.
///
/// **cost** O(log n) numbers kept and looked at per value · **source** Bifet and Gavaldà, Learning from time-changing data with adaptive
/// windowing (2007), ADWIN2 with five buckets a row
public final class Adwin {

    /// The chance of a false alarm that is usually allowed.
    public static final double USUAL_CONFIDENCE = 0.002;

    private static final int TAG = 0x55_41_57_01;
    private static final int BUCKETS = 5;
    private static final int FEWEST = 10;
    private static final int MOST_ROWS = 62;

    private final double confidence;
    private final List<ArrayDeque<Bucket>> rows = new ArrayList<>();
    private Bucket window = Bucket.EMPTY;
    private long seen;
    private long alarms;
    private @Nullable Long changedAt;
    private @Nullable Double before;

    /// A detector that has seen nothing.
    ///
    /// @param confidence the δ of the paper: bound on the chance that a stretch without change is cut, at each value [0..1]
    public Adwin(double confidence) {
        if (!(confidence > 0 && confidence < 1)) {
            throw new IllegalArgumentException("confidence (" + confidence
                    + ") must lie in (0, 1)\nMaybe it was given in percent.");
        }
        this.confidence = confidence;
    }

    /// Takes the next error and tells whether a change is found with it.
    ///
    /// **range** error in [0, 1]
    public boolean add(double error) {
        if (!(error >= 0 && error <= 1)) {
            throw new IllegalArgumentException("error (" + error
                    + ") must lie in [0, 1]\nMaybe it is not the distance of a probability from its outcome.");
        }
        seen++;
        Bucket one = new Bucket(1, error, 0);
        window = window.plus(one);
        insert(one);
        Bucket dropped = Bucket.EMPTY;
        while (window.size() >= FEWEST && isCut()) {
            Bucket oldest = rows.getLast().removeFirst();
            while (!rows.isEmpty() && rows.getLast().isEmpty()) {
                rows.removeLast();
            }
            dropped = dropped.plus(oldest);
            window = sum();
        }
        if (dropped.size() == 0) {
            return false;
        }
        alarms++;
        changedAt = seen;
        before = dropped.mean();
        return true;
    }

    /// What is known by now.
    public ResidualDrift state() {
        Double past = before;
        DriftVerdict verdict = past == null
                ? DriftVerdict.STABLE
                : window.mean() > past ? DriftVerdict.DRIFTED : DriftVerdict.WATCH;
        return new ResidualDrift("ADWIN", seen == 0 ? DriftVerdict.UNTESTED : verdict, seen, alarms, changedAt, past,
                seen == 0 ? null : window.mean());
    }

    /// How many of the latest values have one mean.
    public long width() {
        return window.size();
    }

    private void insert(Bucket one) {
        if (rows.isEmpty()) {
            rows.add(new ArrayDeque<>());
        }
        rows.getFirst().addLast(one);
        for (int row = 0; row < rows.size() && rows.get(row).size() > BUCKETS; row++) {
            if (row + 1 == rows.size()) {
                rows.add(new ArrayDeque<>());
            }
            ArrayDeque<Bucket> full = rows.get(row);
            rows.get(row + 1).addLast(full.removeFirst().plus(full.removeFirst()));
        }
    }

    /// Whether some cut of the window parts means that differ by more than chance allows.
    private boolean isCut() {
        double log = Math.log(2 * Math.log(window.size()) / confidence);
        Bucket older = Bucket.EMPTY;
        for (int row = rows.size() - 1; row >= 0; row--) {
            for (Bucket bucket : rows.get(row)) {
                older = older.plus(bucket);
                long newer = window.size() - older.size();
                if (newer == 0) {
                    return false;
                }
                double apart = Math.abs(older.mean() - (window.sum() - older.sum()) / newer);
                double share = 1.0 / older.size() + 1.0 / newer;
                if (apart > Math.sqrt(2 * share * window.variance() * log) + 2.0 / 3 * share * log) {
                    return true;
                }
            }
        }
        return false;
    }

    private Bucket sum() {
        Bucket sum = Bucket.EMPTY;
        for (int row = rows.size() - 1; row >= 0; row--) {
            for (Bucket bucket : rows.get(row)) {
                sum = sum.plus(bucket);
            }
        }
        return sum;
    }

    /// The state as bytes, from which [#of] goes on as if nothing had happened.
    public byte[] bytes() {
        return DriftFormat.written(out -> {
            out.writeInt(TAG);
            out.writeDouble(confidence);
            out.writeLong(seen);
            out.writeLong(alarms);
            DriftFormat.writeChange(out, changedAt, before);
            window.write(out);
            out.writeByte(rows.size());
            for (ArrayDeque<Bucket> row : rows) {
                out.writeByte(row.size());
                for (Bucket bucket : row) {
                    bucket.write(out);
                }
            }
        });
    }

    /// A detector from its [#bytes].
    ///
    /// **errors** `IllegalArgumentException` when they are damaged or of a version unknown here
    public static Adwin of(byte[] bytes) {
        return DriftFormat.read(bytes, TAG, "ADWIN state", in -> {
            Adwin detector = new Adwin(in.readDouble());
            detector.seen = in.readLong();
            detector.alarms = in.readLong();
            if (in.readBoolean()) {
                detector.changedAt = in.readLong();
                detector.before = in.readDouble();
            }
            detector.window = Bucket.read(in);
            int rows = in.readByte();
            if (rows < 0 || rows > MOST_ROWS) {
                throw new StreamCorruptedException("so many rows of buckets cannot be: " + rows);
            }
            for (int row = 0; row < rows; row++) {
                Bucket[] buckets = new Bucket[in.readUnsignedByte()];
                for (int i = 0; i < buckets.length; i++) {
                    buckets[i] = Bucket.read(in);
                }
                detector.rows.add(new ArrayDeque<>(Arrays.asList(buckets)));
            }
            if (detector.sum().size() != detector.window.size()
                    || !detector.rows.isEmpty() && detector.rows.getLast().isEmpty()) {
                throw new StreamCorruptedException("the buckets do not make up the window");
            }
            return detector;
        });
    }

    /// Values that stand together: how many, their sum, and their sum of squared distances from their mean.
    private record Bucket(long size, double sum, double squares) {

        static final Bucket EMPTY = new Bucket(0, 0, 0);

        Bucket plus(Bucket other) {
            if (size == 0 || other.size == 0) {
                return size == 0 ? other : this;
            }
            double apart = mean() - other.mean();
            double between = apart * apart * size * other.size / (size + other.size);
            return new Bucket(size + other.size, sum + other.sum, squares + other.squares + between);
        }

        double mean() {
            return size == 0 ? 0 : sum / size;
        }

        double variance() {
            return squares / size;
        }

        void write(DataOutputStream out) throws IOException {
            out.writeLong(size);
            out.writeDouble(sum);
            out.writeDouble(squares);
        }

        static Bucket read(DataInputStream in) throws IOException {
            return new Bucket(in.readLong(), in.readDouble(), in.readDouble());
        }
    }
}
