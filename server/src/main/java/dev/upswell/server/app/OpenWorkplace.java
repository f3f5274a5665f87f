package dev.upswell.server.app;

import dev.upswell.forecast.SurgeProtocol;
import dev.upswell.forecast.reach.ReachSettings;
import dev.upswell.learn.promotion.PromotionRule;
import dev.upswell.learn.promotion.RollbackRule;
import dev.upswell.server.access.AccessParts;
import dev.upswell.server.access.People;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.agent.AgentParts;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.NotifyParts;
import dev.upswell.server.notify.mail.MailCarrier;
import dev.upswell.server.notify.mail.MailSettings;
import dev.upswell.server.notify.mail.MailSettings.Security;
import dev.upswell.server.notify.webhook.WebhookCarrier;
import dev.upswell.server.agent.Schedule;
import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestJournal;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.sample.SampleLoop;
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
import dev.upswell.server.evaluate.Evaluations;
import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.exchange.PushTarget;
import dev.upswell.server.exchange.mlflow.MlflowPush;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.forecast.ForecastSettings;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.fyp.NextSteps;
import dev.upswell.server.fyp.VideoScores;
import dev.upswell.server.improve.Improvements;
import dev.upswell.server.insight.ModelInsights;
import dev.upswell.server.live.AnswerReplay;
import dev.upswell.server.live.Live;
import dev.upswell.server.live.Replays;
import dev.upswell.server.live.replay.KeptReplays;
import dev.upswell.server.live.replay.ReplayParts;
import dev.upswell.server.live.sweep.LiveCollecting;
import dev.upswell.server.live.sweep.LiveParts;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.network.Loopback;
import dev.upswell.server.quality.Quality;
import dev.upswell.server.quality.QualityRepository;
import dev.upswell.server.quality.StalenessRepository;
import dev.upswell.server.reach.VideoReach;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegistrySettings;
import dev.upswell.server.scorecard.Pseudonyms;
import dev.upswell.server.scorecard.Scorecards;
import dev.upswell.server.session.Sessions;
import dev.upswell.server.session.browser.BrowserPart;
import dev.upswell.server.session.keep.KeptSessions;
import dev.upswell.server.session.keep.LawfulConsent;
import dev.upswell.server.session.keep.SessionParts;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreCheck;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.MetricComputing;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.trend.compute.MetricJob;
import dev.upswell.server.tuning.Tuning;
import dev.upswell.server.tuning.Tunings;
import dev.upswell.server.vault.KeptKeys;
import dev.upswell.server.vault.MasterKeys;
import dev.upswell.server.vault.Rotation;
import dev.upswell.server.vault.Vault;
import dev.upswell.server.web.ShellSettings;
import dev.upswell.server.web.ShellSettings.Launcher;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.net.ssl.SSLSocketFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The services of one tenant, wired on an open store. Each is made when it is asked for: they hold no state of their own.
final class OpenWorkplace implements Workplace {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWorkplace.class);

    /// Below the data folder: what browsers write while they run.
    static final String SCRATCH = "browser";

    /// Below the data folder: requests on their way into the audit.
    private static final String JOURNAL = "request-audit";

    /// Runs of ninety days, each quarter of an hour.
    private static final int MOST_RUNS = 10_000;
    private static final long REACH_SEED = 20_251_121;

    private final Settings settings;
    private final Database database;
    private final TenantId tenant;
    private final Pace pace;
    private final String node;
    private final Launcher launcher;
    /// About 130 MB of vectors of the second set.
    private static final int ONLINE_VECTORS = 100_000;

    /// Held by whoever takes data through the loop in this process, so that the sample and the agents do not meet.
    private final Lock rounds = new ReentrantLock();
    private final OnlineVectors vectors;
    private final MasterKeys secrets;
    private final LiveSources sources;
    private final AddressGuard guard;
    private final Robots robots;

    /// @param launcher how this installation's commands are typed
    OpenWorkplace(Settings settings, Database database, TenantId tenant, InstantSource clock, Launcher launcher) {
        this(settings, database, tenant, Pace.life(clock), launcher);
    }

    /// @param pace how fast time passes
    OpenWorkplace(Settings settings, Database database, TenantId tenant, Pace pace, Launcher launcher) {
        this.launcher = launcher;
        this.settings = settings;
        this.database = database;
        this.tenant = tenant;
        this.pace = pace;
        this.node = Node.name();
        vectors = new OnlineVectors(ONLINE_VECTORS, pace.clock());
        secrets = new MasterKeys(settings.data(), settings.text(Setting.VAULT_MASTER_KEY),
                List.of(settings.text(Setting.VAULT_FORMER_MASTER_KEYS).split(", *")));
        sources = new LiveSources(settings, keys(), pace);
        guard = AddressGuard.of(settings.text(Setting.NETWORK_PRIVATE_HOSTS));
        robots = KeptRobots.of(tenant, database, guard, clock());
    }

    Database database() {
        return database;
    }

    Launcher launcher() {
        return launcher;
    }

    InstantSource clock() {
        return pace.clock();
    }

    @Override
    public TenantId tenant() {
        return tenant;
    }

    @Override
    public Path dataFolder() {
        return settings.data();
    }

    @Override
    public int port() {
        return settings.number(Setting.SERVER_PORT);
    }

    @Override
    public List<StoreCheck.Finding> check() {
        return new StoreCheck(database, DataFolderOpener.store(settings).lakeFolder()).findings(tenant);
    }

    @Override
    public Tenants tenants() {
        return new Tenants(database.tenants());
    }

    @Override
    public void tidy() {
        try {
            new LakeUpkeep(database).tidy(tenant);
        } catch (StoreException e) {
            // What was done before stands; the next call tries again.
            LOG.warn("the lake was not tidied", e);
        }
    }

    @Override
    public List<String> sources() {
        return sourceRepository().names();
    }

    SourceRepository sourceRepository() {
        return new SourceRepository(tenant, database);
    }

    @Override
    public Importer importer() {
        return Collecting.importer(database, clock());
    }

    @Override
    public KeptMappings mappings() {
        return new KeptMappings(tenant, database, compliance(), clock());
    }

    @Override
    public Map<String, MappingUse> mappingUses() {
        return new MappingUseRepository(tenant, database).byName();
    }

    @Override
    public Quality quality() {
        return new Quality(new QualityRepository(tenant, database, clock()),
                new StalenessRepository(tenant, database, clock()),
                Collecting.held(database, tenant, clock()));
    }

    @Override
    public Quarantine quarantine() {
        return Collecting.quarantine(database);
    }

    @Override
    public KeptKeys keys() {
        return new KeptKeys(tenant, database, vault(), settings.keys());
    }

    private Vault vault() {
        return new Vault(tenant, database, secrets, clock());
    }

    @Override
    public Rotation rotation() {
        return new Rotation(database, secrets, clock());
    }

    @Override
    public Sessions sessions() {
        Path scratch = settings.data().resolve(SCRATCH);
        return new KeptSessions(new SessionParts(tenant, database, vault(), LiveCollecting.inbox(liveParts()),
                new LawfulConsent(tenant, database, robots, guard, clock()),
                () -> BrowserPart.open(settings.text(Setting.BROWSER_CHROMIUM), scratch, guard), clock(),
                Duration.ofMinutes(settings.number(Setting.SESSION_COOL_DOWN_MINUTES))));
    }

    @Override
    public Live live() {
        return LiveCollecting.of(liveParts());
    }

    private LiveParts liveParts() {
        return new LiveParts(tenant, database, sources::get, LiveSources.KNOWN,
                new ExpectationRepository(), Collecting.answers(database, clock()), clock(), pace::rest,
                new SplittableRandom());
    }

    @Override
    public AnswerReplay answerReplay() {
        return LiveCollecting.replay(liveParts());
    }

    @Override
    public Replays replays() {
        return new KeptReplays(new ReplayParts(tenant, database, Collecting.answers(database, clock()), clock(),
                this::ingestion, () -> agents().ask(Replays.JOB)));
    }

    /// When the run of this slot was; of one that runs still, until now.
    private Optional<ReplayParts.Span> ingestion(Instant slot) {
        return agents().runs("ingestion", MOST_RUNS, 0).stream().filter(run -> run.slot().equals(slot)).findFirst()
                .flatMap(run -> {
                    Instant begun = run.begunAt();
                    Instant ended = run.endedAt();
                    return begun == null
                            ? Optional.empty()
                            : Optional.of(new ReplayParts.Span(begun, ended == null ? clock().instant() : ended));
                });
    }

    @Override
    public Quarantine.Retrying retrying() {
        return Collecting.retrying(database, clock());
    }

    @Override
    public CommerceFacts commerce() {
        return new FactRepository(tenant, database);
    }

    @Override
    public Viewings viewings() {
        return new ViewingRepository(tenant, database);
    }

    AccessParts access() {
        return new AccessParts(tenant, database, clock(),
                Duration.ofHours(settings.number(Setting.ACCESS_SESSION_HOURS)));
    }

    @Override
    public People people() {
        return new People(access());
    }

    @Override
    public Tokens tokens() {
        return new Tokens(access());
    }

    @Override
    public RequestAudit requestAudit() {
        return new RequestAudit(tenant, database);
    }

    /// The way of this server's requests into the audit; whoever opens it closes it before the store.
    RequestJournal journal() {
        return RequestJournal.open(tenant, database, settings.data().resolve(JOURNAL), RequestJournal.Room.USUAL);
    }

    boolean onLoopback() {
        return Loopback.isAddress(settings.text(Setting.SERVER_ADDRESS));
    }

    boolean https() {
        return settings.text(Setting.SERVER_HTTPS).equals("true");
    }

    /// The names under which the server answers.
    ShellSettings shell() {
        ShellSettings usual = ShellSettings.loopback();
        Set<String> hosts = new TreeSet<>(usual.hosts());
        Stream.concat(Stream.of(settings.text(Setting.SERVER_ADDRESS)),
                Arrays.stream(settings.text(Setting.SERVER_NAMES).split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT)).filter(name -> !name.isEmpty())
                .map(name -> name.contains(":") && !name.startsWith("[") ? "[" + name + "]" : name)
                .forEach(hosts::add);
        return new ShellSettings(hosts, usual.largestUpload());
    }

    @Override
    public Compliance compliance() {
        return new KeptCompliance(tenant, database, clock());
    }

    @Override
    public Retention retention() {
        return KeptRetention
                .of(new RetentionParts(tenant, database, clock(), Keeping.settings(settings), Keeping.LAKE));
    }

    @Override
    public Cleaning cleaning() {
        return KeptCleaning.of(new CleaningParts(tenant, database, clock(), Keeping.TEXTS, () -> {
        }));
    }

    @Override
    public MetricComputing metrics() {
        return new MetricJob(database, clock(), done -> {
        });
    }

    @Override
    public TrendQuery trends() {
        return new TrendQuery(database, new ExpectationRepository());
    }

    @Override
    public Forecasts forecasts() {
        return Forecasts.of(database, tenant, forecastSettings(), new FeatureStore(database, vectors), event -> {
        });
    }

    @Override
    public Tuning tuning(ModelTask task) {
        return new Tuning(database, forecastSettings().task(task).learning(database));
    }

    @Override
    public Tunings tunings() {
        return new Tunings(database);
    }

    @Override
    public Evaluations evaluations() {
        return new Evaluations(database, tenant, settings.data());
    }

    @Override
    public ModelInsights insights() {
        return new ModelInsights(database);
    }

    @Override
    public Improvements improvements() {
        return new Improvements(database, forecasts(), evaluations());
    }

    /// Brings the newest vectors into memory, so that the first reads after a start are as quick as later ones.
    void warm() {
        forecasts().features().warm(tenant, ONLINE_VECTORS);
    }

    /// Takes the vectors that other processes computed meanwhile into memory.
    void catchUp() {
        forecasts().features().catchUp(tenant);
    }

    @Override
    public VideoReach reach() {
        return new VideoReach(tenant, database, ReachSettings.usual(REACH_SEED, Version.CODE));
    }

    @Override
    public VideoScores videoScores() {
        return new VideoScores(tenant, database, viewings(), nextSteps());
    }

    @Override
    public NextSteps nextSteps() {
        return new NextSteps(tenant, database, clock());
    }

    @Override
    public Scorecards scorecards() {
        return new Scorecards(tenant, database, clock());
    }

    @Override
    public Pseudonyms pseudonyms() {
        return new Pseudonyms(tenant, settings.text(Setting.SCORECARD_PSEUDONYMS).equals("true"));
    }

    @Override
    public Governance governance() {
        RegistrySettings rules = new RegistrySettings(
                Duration.ofHours(settings.number(Setting.REGISTRY_SHADOW_HOURS)),
                settings.number(Setting.REGISTRY_SHADOW_CUTS), settings.number(Setting.REGISTRY_SHADOW_SURGES),
                PromotionRule.USUAL
                        .refreshMargin(settings.number(Setting.REGISTRY_REFRESH_MARGIN_PERCENT) / 100.0),
                new RollbackRule(RollbackRule.USUAL.share(),
                        Duration.ofHours(settings.number(Setting.REGISTRY_ROLLBACK_HOURS)),
                        RollbackRule.USUAL.minPositives()),
                settings.text(Setting.REGISTRY_APPROVAL).equals("asked"));
        return Governance.of(database, tenant, rules);
    }

    @Override
    public Exchange exchange() {
        ModelExchange models = new ModelExchange(database, forecasts());
        return new Exchange(models, new MlflowPush(database, models, Thread::sleep),
                address -> {
                    Settings keyed = settings.withKeys(keys().opened());
                    return PushTarget.of(address.isEmpty() ? settings.text(Setting.MLFLOW_URL) : address,
                            keyed.text(Setting.MLFLOW_TOKEN), keyed.text(Setting.MLFLOW_USER),
                            keyed.text(Setting.MLFLOW_PASSWORD));
                });
    }

    @Override
    public Agents agents() {
        return new Agents(agentParts(), schedule());
    }

    @Override
    public Notices notices() {
        return new Notices(tenant, database);
    }

    @Override
    public Channels channels() {
        return new Channels(notifyParts());
    }

    @Override
    public Deliveries deliveries() {
        return new Deliveries(notifyParts());
    }

    private NotifyParts notifyParts() {
        return new NotifyParts(tenant, database, vault(),
                new MailCarrier(this::mail, (SSLSocketFactory) SSLSocketFactory.getDefault()),
                new WebhookCarrier(guard, clock()), clock());
    }

    private MailSettings mail() {
        Settings keyed = settings.withKeys(keys().opened());
        return new MailSettings(keyed.text(Setting.MAIL_HOST), keyed.number(Setting.MAIL_PORT),
                Security.valueOf(keyed.text(Setting.MAIL_SECURITY).toUpperCase(Locale.ROOT)),
                keyed.text(Setting.MAIL_USER), keyed.text(Setting.MAIL_PASSWORD), keyed.text(Setting.MAIL_FROM));
    }

    AgentParts agentParts() {
        return new AgentParts(tenant, database, node, clock(),
                Duration.ofSeconds(settings.number(Setting.AGENTS_LEASE_SECONDS)));
    }

    Schedule schedule() {
        return new Schedule(new StandingJobs(this).all(), new NewData(this), this::alone, pace::real);
    }

    @Override
    public Serving serving() {
        return new SpringServing(this, settings);
    }

    /// Takes the sample through the loop as the demo does, with its cuts, saying nowhere how far it is.
    void loadSample() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var often = new OpenWorkplace(
                settings.with(Setting.FORECAST_EVERY_HOURS, String.valueOf(SampleLoop.EVERY.toHours())), database,
                tenant, pace, launcher);
        alone(() -> new SampleLoop(often, new Screen(nowhere, nowhere, clock(), false, true), report -> List.of())
                .run(() -> {
                }));
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        try {
            rounds.lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program ends while this work waited for other work", e);
        }
        try {
            return work.get();
        } finally {
            rounds.unlock();
        }
    }

    @Override
    public void close() {
        database.close();
    }

    /// What the loop trains and predicts by itself.
    List<ModelTask> tasks() {
        return Arrays.stream(settings.text(Setting.FORECAST_TASKS).split(", *")).map(ModelTask::of).distinct().toList();
    }

    private ForecastSettings forecastSettings() {
        SurgeProtocol protocol = SurgeProtocol.DAILY
                .every(Duration.ofHours(settings.number(Setting.FORECAST_EVERY_HOURS)))
                .minEligible(settings.number(Setting.FORECAST_MIN_ELIGIBLE));
        return ForecastSettings.of(protocol, Version.CODE).windowDays(settings.number(Setting.FORECAST_TRAINING_DAYS))
                .monotone(settings.text(Setting.FORECAST_MONOTONE).equals("true"))
                .networks(ForecastSettings.Networks
                        .valueOf(settings.text(Setting.FORECAST_NETWORK).toUpperCase(Locale.ROOT)))
                .tuned(settings.text(Setting.FORECAST_TUNED_SETTINGS).equals("used"))
                .leavingOutBoosted(settings.text(Setting.FORECAST_LEAVE_OUT_BOOSTED).equals("true"));
    }
}
