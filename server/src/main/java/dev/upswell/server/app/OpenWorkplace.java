package dev.upswell.server.app;

import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Tenant;
import dev.upswell.server.access.Tenants;
import dev.upswell.server.agent.Node;
import dev.upswell.server.agent.Schedule;
import dev.upswell.server.ask.Asking;
import dev.upswell.server.ask.FigureRepository;
import dev.upswell.server.ask.OwnAccountRepository;
import dev.upswell.server.ask.answer.AskServices;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Serving;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.sample.SampleLoop;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.feature.OnlineVectors;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.expect.ExpectationRepository;
import dev.upswell.server.narrative.NarrativeSettings;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.notify.mail.Enclosures;
import dev.upswell.server.overview.Briefs;
import dev.upswell.server.overview.Digests;
import dev.upswell.server.overview.Overviews;
import dev.upswell.server.overview.RegularReports;
import dev.upswell.server.privacy.ErasureParts;
import dev.upswell.server.privacy.Erasures;
import dev.upswell.server.privacy.Privacy;
import dev.upswell.server.privacy.TenantErasures;
import dev.upswell.server.report.text.MailRendering;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.StoreCheck;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.trend.EntityQuery;
import dev.upswell.server.vault.KeptKeys;
import dev.upswell.server.vault.KeyPlace;
import dev.upswell.server.vault.MasterKeys;
import dev.upswell.server.vault.Vault;
import dev.upswell.server.vault.hashicorp.HashiCorpAccess;
import dev.upswell.server.vault.hashicorp.HashiCorpAccess.Entrance;
import dev.upswell.server.vault.hashicorp.HashiCorpKeys;
import dev.upswell.server.weakness.ErrorAnalyses;
import dev.upswell.server.web.ShellSettings.Launcher;
import java.net.URI;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The services of one tenant, wired on an open store. Each is made when it is asked for: they hold no state of their own.
final class OpenWorkplace implements Workplace {

    private static final Logger LOG = LoggerFactory.getLogger(OpenWorkplace.class);

    private final Ground ground;
    private final Launcher launcher;
    private final AccessPlace access;
    private final CollectingPlace collecting;
    private final ForecastingPlace forecasting;
    private final ScoringPlace scoring;
    private final CreativePlace creative;
    private final OperatingPlace operating;
    private volatile RecommendingPlace recommending;

    /// @param launcher how this installation's commands are typed
    OpenWorkplace(Settings settings, Database database, TenantId tenant, InstantSource clock, Launcher launcher) {
        this(settings, database, tenant, Pace.life(clock), launcher);
    }

    /// @param pace how fast time passes
    OpenWorkplace(Settings settings, Database database, TenantId tenant, Pace pace, Launcher launcher) {
        this(new Ground(settings, database, tenant, pace, Shared.of(settings, pace)), launcher);
    }

    private OpenWorkplace(Ground ground, Launcher launcher) {
        this.launcher = launcher;
        this.ground = ground;
        access = new AccessPlace(ground);
        operating = new OperatingPlace(ground, this::schedule, () -> this::enclosed, () -> forecasting().trends());
        collecting = new CollectingPlace(ground, operating::agents);
        forecasting = new ForecastingPlace(ground);
        scoring = new ScoringPlace(ground);
        creative = new CreativePlace(ground, this::digests);
        recommending = RecommendingPlace.of(ground, collecting::search, creative::taxonomies);
    }

    /// What the services of all tenants of a process have in common.
    ///
    /// @param secrets what seals the secrets of all tenants
    /// @param guard   keeps requests out of private networks
    /// @param node    names this process among the servers of one store
    /// @param vectors by tenant, so that many tenants take no more memory than one
    /// @param rounds  held by whoever takes data through the loop in this process, one tenant after the other: the sample and the
    ///                agents do not meet, and no two trainings share the memory
    record Shared(MasterKeys secrets, AddressGuard guard, String node, OnlineVectors vectors, Lock rounds) {

        static Shared of(Settings settings, Pace pace) {
            return new Shared(
                    new MasterKeys(settings.data(), hashiCorp(settings, pace), settings.text(Setting.VAULT_MASTER_KEY),
                            List.of(settings.text(Setting.VAULT_FORMER_MASTER_KEYS).split(", *"))),
                    AddressGuard.of(settings.text(Setting.NETWORK_PRIVATE_HOSTS)), Node.name(),
                    new OnlineVectors(ForecastingPlace.ONLINE_VECTORS, pace.clock()), new ReentrantLock(true));
        }

        private static @Nullable KeyPlace hashiCorp(Settings settings, Pace pace) {
            String url = settings.text(Setting.VAULT_HASHICORP_URL);
            String token = settings.text(Setting.VAULT_HASHICORP_TOKEN);
            return url.isBlank()
                    ? null
                    : new HashiCorpKeys(HashiCorpAccess.of(URI.create(url), settings.text(Setting.VAULT_HASHICORP_PATH),
                            settings.text(Setting.VAULT_HASHICORP_NAMESPACE),
                            token.isBlank()
                                    ? new Entrance.AppRole(settings.text(Setting.VAULT_HASHICORP_ROLE),
                                            settings.text(Setting.VAULT_HASHICORP_ROLE_SECRET))
                                    : new Entrance.Token(token),
                            settings.text(Setting.VAULT_HASHICORP_AUTHORITIES)), pace.clock());
        }
    }

    /// What all services stand on.
    ///
    /// @param pace how fast time passes
    record Ground(Settings settings, Database database, TenantId tenant, Pace pace, Shared shared) {

        InstantSource clock() {
            return pace.clock();
        }

        AddressGuard guard() {
            return shared.guard();
        }

        MasterKeys secrets() {
            return shared.secrets();
        }

        String node() {
            return shared.node();
        }

        Vault vault() {
            return new Vault(tenant, database, secrets(), clock());
        }

        KeptKeys keys() {
            return new KeptKeys(tenant, database, vault(), settings.keys());
        }

        int number(Setting setting) {
            return settings.number(setting);
        }

        String text(Setting setting) {
            return settings.text(setting);
        }

        /// The settings with the keys of the vault in them.
        Settings keyed() {
            return settings.withKeys(keys().opened());
        }
    }

    @Override
    public AccessPlace access() {
        return access;
    }

    @Override
    public Privacy privacy() {
        var lake = Keeping.LAKE.stream().map(one -> new ErasureParts.Written(one.dataset(), one.work())).toList();
        Runnable forget = () -> {
            forgetVectors(ground.tenant());
            forget();
        };
        return Privacy.of(new ErasureParts(ground.tenant(), ground.database(), ground.clock(),
                new ErasureParts.Places(lake, dataFolder(), forget),
                new ErasureParts.Slices(recommending.profiles(), recommending.refresh(), forecasting.governance()),
                () -> {
                }));
    }

    @Override
    public TenantErasures tenantErasures() {
        return tenantErasures(this::forgetVectors);
    }

    /// @param letGo ends what this process does for a tenant, and forgets all it remembers of it
    TenantErasures tenantErasures(Consumer<TenantId> letGo) {
        return Keeping.tenantErasures(ground, letGo);
    }

    /// Lets go of the vectors of a tenant.
    void forgetVectors(TenantId tenant) {
        ground.shared().vectors().forget(tenant);
    }

    @Override
    public CollectingPlace collecting() {
        return collecting;
    }

    @Override
    public ForecastingPlace forecasting() {
        return forecasting;
    }

    @Override
    public ScoringPlace scoring() {
        return scoring;
    }

    @Override
    public CreativePlace creative() {
        return creative;
    }

    @Override
    public CreativePlace texting() {
        return creative;
    }

    @Override
    public CreativePlace reporting() {
        return creative;
    }

    @Override
    public RecommendingPlace recommending() {
        return recommending;
    }

    @Override
    public Asking asking() {
        Database database = ground.database();
        return new Asking(ground.tenant(), database, ground.clock(),
                new AskServices(ground.tenant(), ground.clock(), new FigureRepository(ground.tenant(), database),
                        new OwnAccountRepository(ground.tenant(), database),
                        forecasting.trends(),
                        new EntityQuery(database, new ExpectationRepository()), scoring.videoScores(),
                        scoring.scorecards(), scoring.pseudonyms(),
                        creative.patterns()).answerings(),
                creative.mapper());
    }

    @Override
    public Narratives narratives() {
        Database database = ground.database();
        Forecasts forecasts = forecasting.forecasts();
        List<Locale> languages = Arrays.stream(ground.text(Setting.NARRATIVES_LANGUAGES).split(" *, *")).distinct()
                .map(Locale::of).toList();
        return new Narratives(ground.tenant(), database, ground.clock(),
                new Narratives.Services(forecasting.trends(), new EntityQuery(database, new ExpectationRepository()),
                        new Narratives.Models(forecasts.registry(), forecasts.features(),
                                (task, entity, asOf) -> forecasts.of(task).predicting().readings(ground.tenant(),
                                        entity, asOf)),
                        creative.themes(), creative.wordings(),
                        new NarrativeSettings(ground.number(Setting.NARRATIVES_ENTITIES),
                                ground.number(Setting.TEXTS_NAMED_FROM), languages)));
    }

    @Override
    public ErrorAnalyses errorAnalyses() {
        return new ErrorAnalyses(ground.tenant(), ground.database(), ground.clock(), forecasting.evaluations(),
                creative.wordings());
    }

    @Override
    public Overviews overviews() {
        return new Overviews(ground.tenant(), ground.database(), ground.clock(),
                new Overviews.Services(forecasting.trends(), scoring.videoScores(), forecasting.governance(),
                        forecasting.evaluations(), collecting.quality(), collecting.quarantine(),
                        new Overviews.Sources(() -> collecting.sourceRepository().names(),
                                () -> collecting.sourceRepository().lastReading()),
                        access.roster(), creative.wordings().spending(),
                        creative.wordings().currency()));
    }

    @Override
    public Briefs briefs() {
        return new Briefs(ground.tenant(), ground.database(), ground.clock(),
                new Briefs.Services(creative.patterns(), creative.reports(), creative.handovers()));
    }

    /// Documents of two pages for executives.
    Digests digests() {
        return new Digests(overviews(), creative.brandings(), ground.clock());
    }

    @Override
    public RegularReports regularReports() {
        return new RegularReports(ground.tenant(), ground.database(), ground.clock(),
                new RegularReports.Services(digests(), creative.reports(), creative.brandings(), operating.channels(),
                        new MailRendering(), Locale.of(ground.text(Setting.REPORTS_LANGUAGE))));
    }

    private Optional<Enclosures.Enclosed> enclosed(Event event) {
        return regularReports().enclosed(event)
                .map(one -> new Enclosures.Enclosed(one.html(), one.pdf().name(), one.pdf().bytes()));
    }

    @Override
    public OperatingPlace operating() {
        return operating;
    }

    Database database() {
        return ground.database();
    }

    /// The services of another tenant on the same store, in the same process. Close this one for both.
    OpenWorkplace of(Tenant other) {
        return new OpenWorkplace(new Ground(ground.settings().with(Setting.TENANT, other.name().value()),
                ground.database(), other.id(), ground.pace(), ground.shared()), launcher);
    }

    /// Lets go of what was remembered of people and videos; it is read anew when it is asked for.
    void forget() {
        RecommendingPlace before = recommending;
        recommending = RecommendingPlace.of(ground, collecting::search, creative::taxonomies);
        before.index().close();
    }

    Launcher launcher() {
        return launcher;
    }

    InstantSource clock() {
        return ground.clock();
    }

    Settings settings() {
        return ground.settings();
    }

    @Override
    public TenantId tenant() {
        return ground.tenant();
    }

    @Override
    public Path dataFolder() {
        return ground.settings().data();
    }

    @Override
    public int port() {
        return ground.number(Setting.SERVER_PORT);
    }

    @Override
    public List<StoreCheck.Finding> check() {
        return new StoreCheck(database(), DataFolderOpener.store(ground.settings()).lakeFolder()).findings(tenant());
    }

    @Override
    public Tenants tenants() {
        return new Tenants(database().tenants());
    }

    @Override
    public Installation installation() {
        return new Installation(database(), clock());
    }

    @Override
    public void tidy() {
        try {
            new LakeUpkeep(database()).tidy(tenant());
        } catch (StoreException e) {
            // What was done before stands; the next call tries again.
            LOG.warn("the lake was not tidied", e);
        }
    }

    /// What runs by itself, and when.
    Schedule schedule() {
        return new Schedule(new StandingJobs(this).all(), new OperatingPlace.NewData(this), this::alone,
                ground.pace()::real);
    }

    @Override
    public Serving serving() {
        return new SpringServing(this, ground.settings());
    }

    /// Takes the sample through the loop as the demo does, with its cuts, saying nowhere how far it is.
    void loadSample() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var often = new OpenWorkplace(
                ground.settings().with(Setting.FORECAST_EVERY_HOURS, String.valueOf(SampleLoop.EVERY.toHours())),
                database(), tenant(), ground.pace(), launcher);
        alone(() -> new SampleLoop(often, new Screen(nowhere, nowhere, clock(), false, true), report -> List.of())
                .run(() -> {
                }));
    }

    /// Writes into the event log of the tenant that the product itself did something.
    void write(EventType type, Map<String, ?> facts) {
        database().transactions().run(tenant(), db -> new EventLogRepository("app").write(db, type, facts));
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        try {
            ground.shared().rounds().lockInterruptibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the program ends while this work waited for other work", e);
        }
        try {
            return work.get();
        } finally {
            ground.shared().rounds().unlock();
        }
    }

    @Override
    public void close() {
        recommending.index().close();
        database().close();
    }
}
