package dev.upswell.learn.drift;

import org.jspecify.annotations.Nullable;

/// The cumulative test of Page and Hinkley: tells when the mean of a stream of errors has risen.
///
/// It sums how far each error lies above the mean so far, less a tolerance, and alarms when the sum has climbed by a threshold from its
/// lowest point; then it starts anew. Quicker than [Adwin] for a rise of known size, blind to falls.
///
/// **cost** constant · **source** Page, Continuous inspection schemes (1954); Hinkley, Inference about the change-point from cumulative
/// sum tests (1971)
public final class PageHinkley {

    private static final int TAG = 0x55_50_48_01;
    private static final double TOLERANCE = 0.5;
    private static final double THRESHOLD = 20;

    private final double deviation;
    private long seen;
    private long since;
    private double mean;
    private double sum;
    private double lowest;
    private long lowestAt;
    private double sumAtLowest;
    private double total;
    private long alarms;
    private @Nullable Long changedAt;
    private @Nullable Double before;

    /// A detector that has seen nothing.
    ///
    /// @param deviation standard deviation of the errors while all is well, such as on the rows held back at training; half of it is
    ///     tolerated, and twenty of them, summed up, are an alarm
    public PageHinkley(double deviation) {
        if (!(deviation > 0 && Double.isFinite(deviation))) {
            throw new IllegalArgumentException("deviation (" + deviation
                    + ") must be above 0\nMaybe every error held back is the same.");
        }
        this.deviation = deviation;
    }

    /// Takes the next error and tells whether a rise is found with it.
    ///
    /// **range** any finite number
    public boolean add(double error) {
        if (!Double.isFinite(error)) {
            throw new IllegalArgumentException(
                    "error (" + error + ") must be finite\nMaybe the outcome is not known yet.");
        }
        seen++;
        since++;
        total += error;
        mean += (error - mean) / since;
        sum += error - mean - TOLERANCE * deviation;
        if (sum <= lowest) {
            lowest = sum;
            lowestAt = since;
            sumAtLowest = total;
        }
        if (sum - lowest <= THRESHOLD * deviation) {
            return false;
        }
        alarms++;
        changedAt = seen;
        before = lowestAt == 0 ? mean : sumAtLowest / lowestAt;
        restart();
        return true;
    }

    /// The values since the lowest point are the first of the new stretch.
    private void restart() {
        double rose = (total - sumAtLowest) / (since - lowestAt);
        long length = since - lowestAt;
        since = length;
        mean = rose;
        total = rose * length;
        sum = 0;
        lowest = 0;
        lowestAt = length;
        sumAtLowest = total;
    }

    /// What is known by now.
    public ResidualDrift state() {
        DriftVerdict verdict = changedAt == null ? DriftVerdict.STABLE : DriftVerdict.DRIFTED;
        return new ResidualDrift("Page-Hinkley", seen == 0 ? DriftVerdict.UNTESTED : verdict, seen, alarms, changedAt,
                before, seen == 0 ? null : mean);
    }

    /// The state as bytes, from which [#of] goes on as if nothing had happened.
    public byte[] bytes() {
        return DriftFormat.written(out -> {
            out.writeInt(TAG);
            out.writeDouble(deviation);
            out.writeLong(seen);
            out.writeLong(since);
            out.writeDouble(mean);
            out.writeDouble(sum);
            out.writeDouble(lowest);
            out.writeLong(lowestAt);
            out.writeDouble(sumAtLowest);
            out.writeDouble(total);
            out.writeLong(alarms);
            DriftFormat.writeChange(out, changedAt, before);
        });
    }

    /// A detector from its [#bytes].
    ///
    /// **errors** `IllegalArgumentException` when they are damaged or of a version unknown here
    public static PageHinkley of(byte[] bytes) {
        return DriftFormat.read(bytes, TAG, "Page-Hinkley state", in -> {
            PageHinkley detector = new PageHinkley(in.readDouble());
            detector.seen = in.readLong();
            detector.since = in.readLong();
            detector.mean = in.readDouble();
            detector.sum = in.readDouble();
            detector.lowest = in.readDouble();
            detector.lowestAt = in.readLong();
            detector.sumAtLowest = in.readDouble();
            detector.total = in.readDouble();
            detector.alarms = in.readLong();
            if (in.readBoolean()) {
                detector.changedAt = in.readLong();
                detector.before = in.readDouble();
            }
            return detector;
        });
    }
}
