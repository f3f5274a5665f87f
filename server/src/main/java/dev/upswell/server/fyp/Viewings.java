package dev.upswell.server.fyp;

import dev.upswell.content.Viewing;
import dev.upswell.server.store.Dataset;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/// What owners are told of how their videos are watched.
public interface Viewings {

    /// Nobody was told anything.
    Viewings SILENT = new Viewings() {
        @Override
        public Map<Asked, Viewing> of(Collection<Asked> asked) {
            return Map.of();
        }

        @Override
        public List<Dataset> datasets() {
            return List.of();
        }
    };

    /// A video, and the instant of which it is asked what was known.
    record Asked(String video, Instant at) {
    }

    /// The last that was told of each of these by its instant; those of which nothing was are left out.
    Map<Asked, Viewing> of(Collection<Asked> asked);

    /// Where it is kept: new files there may say something new.
    List<Dataset> datasets();
}
