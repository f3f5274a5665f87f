package dev.upswell.forecast.reach;

import dev.upswell.content.Video;
import dev.upswell.learn.Fingerprint;
import dev.upswell.timeline.EntitySeries;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A trained reach model, ready to foretell.
///
/// Safe for one thread at a time.
public final class ReachModel {

    private static final int REASONS = 5;
    private static final int START = ReachFeatures.indexOf("start_views");

    private final String id;
    private final ReachTarget target;
    private final Map<ReachStage, StageFit> fits;

    ReachModel(String id, ReachTarget target, Map<ReachStage, StageFit> fits) {
        this.id = id;
        this.target = target;
        this.fits = new EnumMap<>(fits);
    }

    /// The model in these artefact bytes.
    ///
    /// **errors** `IllegalArgumentException` when they are no artefact, cut short, newer than this code or of another
    /// feature set.
    public static ReachModel load(byte[] artefact) {
        ReachArtefact.Content content = ReachArtefact.read(artefact);
        return new ReachModel(ReachArtefact.id(Fingerprint.of(artefact)), content.target(), content.fits());
    }

    /// The id that forecasts carry.
    public String id() {
        return id;
    }

    /// Which views it foretells.
    public ReachTarget target() {
        return target;
    }

    /// What is expected of this video at this stage; empty while fewer than 30 outcomes of other videos were known then.
    ///
    /// @param archive the videos known, of the same target as the model's; what it learnt later than the stage changes nothing
    /// @param series the video's readings; null before upload
    /// **errors** `IllegalArgumentException` when the video has no time of posting, the archive another target, or the target no
    /// such stage
    public Optional<ReachForecast> foretell(ReachArchive archive, Video video, ReachStage stage,
            @Nullable EntitySeries series) {
        if (!archive.target().equals(target)) {
            throw new IllegalArgumentException("target of the archive (" + archive.target() + ") must be " + target
                    + "\nMaybe the model was trained for another age.");
        }
        if (!target.stages().contains(stage)) {
            throw new IllegalArgumentException("stage (" + stage.label() + ") must be one of " + target.stages()
                    + "\nMaybe the archive has no early readings.");
        }
        if (video.createdAt() == null) {
            throw new IllegalArgumentException(
                    "time of posting of " + video.id() + " (null) must be known\nMaybe take the planned one.");
        }
        return archive.moment(video, video.createdAt().getEpochSecond(), stage,
                stage == ReachStage.DRAFT ? null : series).map(this::foretell);
    }

    private ReachForecast foretell(ReachMoment moment) {
        StageFit fit = Objects.requireNonNull(fits.get(moment.stage()), "every stage of the target is fitted");
        float[] row = ReachFeatures.at(moment);
        ViewDistribution expected = fit.distributions(row, 1)[0];
        ReachForecast.ViewRange range = new ReachForecast.ViewRange(ReachTarget.views(expected.quantile(0.05)),
                ReachTarget.views(expected.quantile(0.5)), ReachTarget.views(expected.quantile(0.95)));
        return new ReachForecast(moment.video().id(), moment.stage(), Instant.ofEpochSecond(moment.now()),
                expected.above(moment.market().breakout()), ReachTarget.views(moment.market().breakout()), range,
                expected.classes(), reasons(fit, row), !Float.isNaN(row[START]));
    }

    private static List<ReachForecast.Reason> reasons(StageFit fit, float[] row) {
        float[] shares = fit.median().contributions(row, 1)[0];
        List<ReachForecast.Reason> all = new ArrayList<>();
        for (int column = 0; column < row.length; column++) {
            if (shares[column] != 0) {
                Double value = Float.isNaN(row[column]) ? null : Double.valueOf(row[column]);
                all.add(new ReachForecast.Reason(ReachFeatures.ALL.get(column).name(), value,
                        Math.pow(10, shares[column])));
            }
        }
        all.sort(Comparator.comparingDouble(reason -> -Math.abs(Math.log(reason.factor()))));
        return all.subList(0, Math.min(REASONS, all.size()));
    }
}
