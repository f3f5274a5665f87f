package dev.upswell.server.reach;

import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import java.time.InstantSource;

/// Opens the made-up tenants of this slice to the tests of its sub-packages.
public final class WatchedReach {

    private WatchedReach() {
    }

    /// A tenant whose videos were read for ten days, and nothing was trained.
    public static VideoReach untrained() {
        return WatchedVideos.ofHours(240).reach;
    }

    /// Scores of a tenant without videos.
    public static VideoScores scores() {
        WatchedVideos nobody = new WatchedVideos();
        return new VideoScores(nobody.tenant, nobody.database, new ViewingRepository(nobody.tenant, nobody.database),
                new NextSteps(nobody.tenant, nobody.database, InstantSource.system()));
    }

    /// The same with a model of the eighth day, forecasts since, and their outcomes.
    public static VideoReach foretold() {
        VideoReach reach = untrained();
        reach.train(WatchedVideos.hour(200));
        reach.keepUp(WatchedVideos.hour(240));
        return reach;
    }
}
