package dev.upswell.server.app;

import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.across.ClientHashtags;
import dev.upswell.server.across.Competitors;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.StoredVideos;

/// Which choices in videos of one tenant go with engagement, wired.
final class CreativePlace implements Workplace.Creative {

    private final Ground ground;

    CreativePlace(Ground ground) {
        this.ground = ground;
    }

    @Override
    public Analyses analyses() {
        return new Analyses(ground.tenant(), ground.database(), ground.clock());
    }

    @Override
    public ClientHashtags clientHashtags() {
        return new ClientHashtags(patterns());
    }

    @Override
    public Competitors competitors() {
        return new Competitors(storedVideos());
    }

    @Override
    public Transfers transfers() {
        return new Transfers(storedVideos());
    }

    private StoredVideos storedVideos() {
        return new StoredVideos(ground.tenant(), ground.database());
    }

    @Override
    public PatternRuns patterns() {
        return new PatternRuns(ground.tenant(), ground.database(), ground.clock());
    }
}
