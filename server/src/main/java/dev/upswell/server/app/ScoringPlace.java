package dev.upswell.server.app;

import dev.upswell.server.act.ActParts;
import dev.upswell.server.act.Actions;
import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.plan.Planner;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.scorecard.derive.LakeInputs;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.trial.FollowedAdvice;
import dev.upswell.server.trial.ReportFormats;
import dev.upswell.server.trial.Trials;
import dev.upswell.server.weigh.Learning;

/// How videos and creators of one tenant do, wired.
final class ScoringPlace implements Workplace.Scoring {

    private final Ground ground;

    ScoringPlace(Ground ground) {
        this.ground = ground;
    }

    @Override
    public VideoScores videoScores() {
        return new VideoScores(ground.tenant(), ground.database(), viewings(), nextSteps());
    }

    private Viewings viewings() {
        return new ViewingRepository(ground.tenant(), ground.database());
    }

    @Override
    public NextSteps nextSteps() {
        return new NextSteps(ground.tenant(), ground.database(), ground.clock());
    }

    @Override
    public Scorecards scorecards() {
        return new Scorecards(ground.tenant(), ground.database(),
                new LakeInputs(ground.tenant(), ground.database(), viewings()), ground.clock());
    }

    @Override
    public Learning learning() {
        return new Learning(ground.tenant(), ground.database(), scorecards(), ground.clock());
    }

    @Override
    public Trials trials() {
        return new Trials(ground.tenant(), ground.database(),
                new PatternRuns(ground.tenant(), ground.database(), ground.clock())::features, ground.clock());
    }

    @Override
    public FollowedAdvice followedAdvice() {
        return new FollowedAdvice(ground.tenant(), ground.database(), ground.clock());
    }

    @Override
    public ReportFormats reportFormats() {
        return new ReportFormats(ground.tenant(), ground.database(), ground.clock());
    }

    @Override
    public Planner planner() {
        return new Planner(ground.tenant(), ground.database(), videoScores(), ground.clock());
    }

    @Override
    public Actions actions() {
        return new Actions(new ActParts(ground.tenant(), ground.database(), scorecards().playbooks(), pseudonyms(),
                OperatingPlace.trackers(ground), ground.clock()));
    }

    @Override
    public Pseudonyms pseudonyms() {
        return new Pseudonyms(ground.tenant(), ground.text(Setting.SCORECARD_PSEUDONYMS).equals("true"));
    }
}
