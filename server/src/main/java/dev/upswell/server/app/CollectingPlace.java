package dev.upswell.server.app;

import dev.upswell.server.agent.Agents;
import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.collect.Importer;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.intake.MappingUseRepository;
import dev.upswell.server.collect.intake.SourceRepository;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.commerce.CommerceFacts;
import dev.upswell.server.commerce.FactRepository;
import dev.upswell.server.commerce.ViewingRepository;
import dev.upswell.server.commerce.Viewings;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.comply.Robots;
import dev.upswell.server.comply.clean.CleaningParts;
import dev.upswell.server.comply.clean.KeptCleaning;
import dev.upswell.server.comply.retain.KeptRetention;
import dev.upswell.server.comply.retain.RetentionParts;
import dev.upswell.server.comply.robots.KeptRobots;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.live.AnswerReplay;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.replay.KeptReplays;
import dev.upswell.server.live.replay.ReplayParts;
import dev.upswell.server.live.search.KeptLiveSearch;
import dev.upswell.server.live.sweep.LiveCollecting;
import dev.upswell.server.live.sweep.LiveParts;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.QualityRepository;
import dev.upswell.server.quality.StalenessRepository;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.session.browser.BrowserPart;
import dev.upswell.server.session.keep.KeptSessions;
import dev.upswell.server.session.keep.LawfulConsent;
import dev.upswell.server.session.keep.SessionParts;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.vault.KeptKeys;
import dev.upswell.server.vault.Rotation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// What comes into the store of one tenant, wired.
final class CollectingPlace implements Workplace.Collecting {

    /// Below the data folder: what browsers write while they run.
    static final String SCRATCH = "browser";

    /// Runs of ninety days, each quarter of an hour.
    private static final int MOST_RUNS = 10_000;

    private final Ground ground;
    private final Supplier<Agents> agents;
    private final LiveSources sources;
    private final Robots robots;

    /// @param agents who runs what was asked for
    CollectingPlace(Ground ground, Supplier<Agents> agents) {
        this.ground = ground;
        this.agents = agents;
        sources = new LiveSources(ground.settings(), ground.keys(), ground.pace());
        robots = KeptRobots.of(ground.tenant(), ground.database(), ground.guard(), ground.clock());
    }

    @Override
    public List<String> sources() {
        return sourceRepository().names();
    }

    SourceRepository sourceRepository() {
        return new SourceRepository(ground.tenant(), ground.database());
    }

    @Override
    public Importer importer() {
        return Collecting.importer(ground.database(), ground.clock());
    }

    @Override
    public KeptMappings mappings() {
        return new KeptMappings(ground.tenant(), ground.database(), compliance(), ground.clock());
    }

    @Override
    public Map<String, MappingUse> mappingUses() {
        return new MappingUseRepository(ground.tenant(), ground.database()).byName();
    }

    @Override
    public Quality quality() {
        return new Quality(new QualityRepository(ground.tenant(), ground.database(), ground.clock()),
                new StalenessRepository(ground.tenant(), ground.database(), ground.clock()),
                Collecting.held(ground.database(), ground.tenant(), ground.clock()));
    }

    @Override
    public Quarantine quarantine() {
        return Collecting.quarantine(ground.database());
    }

    @Override
    public KeptKeys keys() {
        return new KeptKeys(ground.tenant(), ground.database(), ground.vault(), ground.settings().keys());
    }

    @Override
    public Rotation rotation() {
        return new Rotation(ground.database(), ground.secrets(), ground.clock());
    }

    @Override
    public Sessions sessions() {
        Path scratch = ground.settings().data().resolve(SCRATCH);
        return new KeptSessions(new SessionParts(ground.tenant(), ground.database(), ground.vault(),
                LiveCollecting.inbox(liveParts()),
                new LawfulConsent(ground.tenant(), ground.database(), robots, ground.guard(), ground.clock()),
                () -> BrowserPart.open(ground.text(Setting.BROWSER_CHROMIUM), scratch, ground.guard()), ground.clock(),
                Duration.ofMinutes(ground.number(Setting.SESSION_COOL_DOWN_MINUTES))));
    }

    @Override
    public Live live() {
        return LiveCollecting.of(liveParts());
    }

    private LiveParts liveParts() {
        return new LiveParts(ground.tenant(), ground.database(), sources::get, LiveSources.KNOWN,
                new ExpectationRepository(), Collecting.answers(ground.database(), ground.clock()), ground.clock(),
                ground.pace()::rest,
                new SplittableRandom());
    }

    /// Searches providers by words for somebody who waits.
    LiveSearch search() {
        return new KeptLiveSearch(liveParts(), Collecting.contents(ground.database(), ground.clock()));
    }

    @Override
    public AnswerReplay answerReplay() {
        return LiveCollecting.replay(liveParts());
    }

    @Override
    public Replays replays() {
        return new KeptReplays(new ReplayParts(ground.tenant(), ground.database(),
                Collecting.answers(ground.database(), ground.clock()), ground.clock(),
                this::ingestion, () -> agents.get().ask(Replays.JOB)));
    }

    /// When the run of this slot was; of one that runs still, until now.
    private Optional<ReplayParts.Span> ingestion(Instant slot) {
        return agents.get().runs("ingestion", MOST_RUNS, 0).stream().filter(run -> run.slot().equals(slot)).findFirst()
                .flatMap(run -> {
                    Instant begun = run.begunAt();
                    Instant ended = run.endedAt();
                    return begun == null
                            ? Optional.empty()
                            : Optional
                                    .of(new ReplayParts.Span(begun, ended == null ? ground.clock().instant() : ended));
                });
    }

    @Override
    public Quarantine.Retrying retrying() {
        return Collecting.retrying(ground.database(), ground.clock());
    }

    @Override
    public CommerceFacts commerce() {
        return new FactRepository(ground.tenant(), ground.database());
    }

    @Override
    public Viewings viewings() {
        return new ViewingRepository(ground.tenant(), ground.database());
    }

    @Override
    public Compliance compliance() {
        return new KeptCompliance(ground.tenant(), ground.database(), ground.clock());
    }

    @Override
    public Retention retention() {
        return KeptRetention
                .of(new RetentionParts(ground.tenant(), ground.database(), ground.clock(),
                        Keeping.settings(ground.settings()), Keeping.LAKE));
    }

    @Override
    public Cleaning cleaning() {
        return KeptCleaning
                .of(new CleaningParts(ground.tenant(), ground.database(), ground.clock(), Keeping.TEXTS, () -> {
                }));
    }
}
