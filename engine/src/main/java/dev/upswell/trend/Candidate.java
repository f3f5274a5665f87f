package dev.upswell.trend;

import dev.upswell.content.EntityId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// One way to measure an entity: own counters of one source together with the carrying videos, or the videos alone.
final class Candidate {

    /// The source that a row names when it rests on carrying videos alone.
    static final String VIDEOS_SOURCE = "videos";

    private static final Metric[] OF_CARRIERS = {Metric.NEW_VIDEOS, Metric.UNIQUE_CREATORS, Metric.CREATOR_DISPERSION,
            Metric.TOP_CREATOR_SHARE, Metric.NOVELTY_INDEX};

    private final String source;
    private final @Nullable OwnPart own;
    private final Window window;
    private final GrowthHistory history;
    private final EngagementDecay decay;
    private final MetricValues.Building values;
    /// Whether entities of this kind can be carried by videos at all; of others the reason stands from the start.
    private final boolean canBeCarried;
    private final Gains none = new Gains();
    private final PassingRow passing;

    private long end;
    private @Nullable OwnPart ownRead;
    private @Nullable CarrierPart videosRead;
    private @Nullable Basis basis;
    private boolean ownCovered;
    private boolean videosCovered;
    /// Whether the part that this candidate stands for is read enough.
    private boolean covered;
    private boolean viewsFromVideos;
    /// What was gained: by the own counter where it is known, else by the videos together.
    private Gains gains = none;
    private boolean isNew;
    private boolean silentBefore;
    private Optional<EngagementPrior.Rates> rates = Optional.empty();

    /// @param ends how many window ends will come at most
    Candidate(EntityId entity, String source, @Nullable OwnPart own, Window window, int ends) {
        this.source = source;
        this.own = own;
        this.window = window;
        this.canBeCarried = Metric.NEW_VIDEOS.isOf(entity.kind());
        this.values = new MetricValues.Building(entity.kind());
        this.history = new GrowthHistory(window, ends);
        this.decay = new EngagementDecay(window, ends);
        this.passing = new PassingRow(entity, window, this);
    }

    /// Who counted the views and engagement gained: the carrying videos, also where the row names a source of own counters.
    String sourceOfGains() {
        return viewsFromVideos ? VIDEOS_SOURCE : source;
    }

    /// The row of the window moved to, always the same object.
    PassingRow passing() {
        return passing;
    }

    /// Moves to the window that ends at `windowEnd`, one step after the one before; whether this candidate can say anything about it.
    boolean moveTo(long windowEnd, @Nullable CarrierPart videos) {
        end = windowEnd;
        history.moveOn();
        decay.moveOn();
        videosRead = videos;
        ownRead = own != null && own.moveTo(end) ? own : null;
        ownCovered = ownRead != null && ownRead.isCovered();
        videosCovered = videosRead != null && videosRead.isCovered();
        covered = own == null ? videosCovered : ownCovered;
        return own == null ? videosRead != null : ownRead != null;
    }

    /// Computes the values of the window moved to.
    ///
    /// @param silent whether the entity is known not to have existed before the window
    void compute(Optional<EngagementPrior.Rates> priorRates, boolean silent) {
        rates = priorRates;
        silentBefore = silent;
        values.reset(covered ? Absence.COUNTER_NOT_GIVEN : Absence.COVERAGE_TOO_LOW);
        isNew = false;
        if (ownRead != null) {
            ownRead.fill(values, end);
        }
        chooseGains();
        basis = null;
        if (!covered) {
            return;
        }
        chooseBasis();
        if (canBeCarried) {
            fillCarriers();
        }
        fillViews();
        isNew = history.fillChanges(values, silentBefore);
        history.fillSpread(values);
        Momentum.fill(values);
    }

    private void chooseGains() {
        viewsFromVideos = ownRead == null || !ownCovered || !ownRead.gains.viewsKnown;
        if (!viewsFromVideos && ownRead != null) {
            gains = ownRead.gains;
        } else {
            gains = videosCovered && videosRead != null ? videosRead.gains : none;
        }
    }

    private void chooseBasis() {
        if (videosCovered && videosRead != null) {
            volume(Basis.VIDEOS, videosRead.volume(), videosRead.volumeHigh());
        } else if (ownRead != null && ownRead.postsKnown()) {
            volume(Basis.POSTS, ownRead.postsGained(), ownRead.postsGainedHigh());
        } else if (gains.viewsKnown) {
            volume(Basis.VIEWS, gains.views, gains.viewsHigh);
        }
    }

    private void volume(Basis chosen, long volume, long high) {
        basis = chosen;
        values.put(Metric.VOLUME, volume);
        history.volume(chosen, volume, high);
    }

    private void fillCarriers() {
        if (videosRead != null && videosCovered) {
            videosRead.fill(values, silentBefore);
            return;
        }
        Absence reason = videosRead == null ? Absence.NO_CARRYING_VIDEOS : Absence.COVERAGE_TOO_LOW;
        for (Metric metric : OF_CARRIERS) {
            values.absent(metric, reason);
        }
    }

    private void fillViews() {
        if (!gains.viewsKnown) {
            return;
        }
        history.views(gains, viewsFromVideos);
        values.put(Metric.VIEWS_GAINED, gains.views);
        values.put(Metric.VIEWS_GAINED_LOW, gains.viewsLow);
        values.put(Metric.VIEWS_GAINED_HIGH, gains.viewsHigh);
        values.put(Metric.VIEW_VELOCITY, gains.views / (window.seconds() / 60.0));
        gains.fillRates(values, rates);
        fillDecay();
    }

    private void fillDecay() {
        if (values.has(Metric.ENGAGEMENT_RATE)) {
            decay.add(Math.max(values.get(Metric.ENGAGEMENT_RATE), gains.leastRate(rates)), viewsFromVideos);
            decay.fill(values);
        } else {
            EngagementDecay.absent(values, values.reason(Metric.ENGAGEMENT_RATE));
        }
    }

    /// Whether no own counter, read in the week before the window or in it, can have been there before the window.
    boolean isSilentBefore() {
        long start = end - window.seconds();
        return own == null || !own.existedAt(start, start - GrowthHistory.TRAILING_SECONDS);
    }

    Gains gains() {
        return gains;
    }

    double coverage() {
        if (ownRead == null) {
            return videosRead == null ? 0 : videosRead.coverage();
        }
        double ofOwn = ownRead.coverage();
        return covered && videosRead != null && videosCovered ? Math.min(ofOwn, videosRead.coverage()) : ofOwn;
    }

    /// Whether this candidate, which comes later by name, is to be preferred.
    boolean isBetterThan(Candidate other) {
        if (covered != other.covered) {
            return covered;
        }
        boolean bothOwn = own != null && other.own != null;
        return (bothOwn || !covered) && coverage() > other.coverage();
    }

    long endSecond() {
        return end;
    }

    MetricValues.Building values() {
        return values;
    }

    MetricRow row(EntityId entity) {
        MetricRow.Backing backing = new MetricRow.Backing(source, basis, viewsFromVideos && gains.viewsKnown,
                coverage(),
                lastReading() < end, Instant.ofEpochSecond(lastReading()), cadence(), Metric.DEFINITION_VERSION,
                inputsHash());
        return new MetricRow(entity, window, Instant.ofEpochSecond(end), backing, isNew, values.build());
    }

    private long lastReading() {
        return ownRead != null
                ? ownRead.leading().lastReading()
                : videosRead != null ? videosRead.lastReading() : end;
    }

    private long cadence() {
        return ownRead != null
                ? ownRead.leading().cadenceSeconds()
                : videosRead != null ? videosRead.cadenceSeconds() : window.seconds();
    }

    /// The half-life rests on the prior rates of all windows since the peak; its own digits stand for those.
    long inputsHash() {
        long hash = Metric.DEFINITION_VERSION + rates.map(EngagementPrior.Rates::digest).orElse(0L);
        hash = Long.rotateLeft(hash * 0x9E3779B97F4A7C15L, 29) + (ownRead == null ? 0 : ownRead.digest(end));
        hash = Long.rotateLeft(hash * 0x9E3779B97F4A7C15L, 29) + (videosRead == null ? 0 : videosRead.digest());
        hash += values.digest(Metric.HALF_LIFE_HOURS) + values.digest(Metric.HALF_LIFE_AT_LEAST_HOURS);
        return silentBefore ? ~hash : hash;
    }
}
