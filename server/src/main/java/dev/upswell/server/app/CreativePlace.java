package dev.upswell.server.app;

import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.creative.Analyses;
import dev.upswell.server.creative.PatternRuns;

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
    public PatternRuns patterns() {
        return new PatternRuns(ground.tenant(), ground.database(), ground.clock());
    }
}
