package dev.upswell.quality;

import dev.upswell.numeric.Quantiles;
import java.util.ArrayList;
import java.util.List;

/// How many readings earlier batches of a source brought.
///
/// @param volumes of the latest batches, the oldest first
public record UsualVolume(List<Long> volumes) {

    /// As many are remembered.
    public static final int MOST = 20;

    /// No batch is known.
    public static final UsualVolume UNKNOWN = new UsualVolume(List.of());

    public UsualVolume {
        volumes = List.copyOf(volumes);
    }

    /// With a further batch; the oldest goes when there are too many.
    public UsualVolume with(long volume) {
        var all = new ArrayList<>(volumes);
        all.add(volume);
        return new UsualVolume(all.subList(Math.max(0, all.size() - MOST), all.size()));
    }

    /// How many times more, or fewer, readings this batch has than the median batch before it.
    public Finding judge(GateLimit limit, long volume) {
        if (volumes.isEmpty()) {
            return Finding.none(GateRule.VOLUME);
        }
        double usual = Quantiles.of(volumes.stream().mapToDouble(Long::doubleValue).toArray(), 0.5);
        double times = Math.max((volume + 1.0) / (usual + 1), (usual + 1) / (volume + 1.0));
        Verdict verdict = limit.verdict(times, volumes.size());
        return new Finding(GateRule.VOLUME, times, volumes.size(),
                verdict == Verdict.WARN || verdict == Verdict.BLOCK ? 1 : 0, verdict,
                volume + " readings, usually " + Math.round(usual));
    }
}
