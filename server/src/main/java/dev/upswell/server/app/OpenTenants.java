package dev.upswell.server.app;

import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Tenant.Served;
import dev.upswell.server.access.Tenant;
import dev.upswell.server.access.gate.Journals;
import dev.upswell.server.access.tenancy.ActiveTenant;
import dev.upswell.server.access.tenancy.TenantScope;
import dev.upswell.server.agent.Scheduler;
import dev.upswell.server.audit.RequestJournal;
import dev.upswell.server.collect.intake.Intake;
import dev.upswell.server.collect.intake.IntakeLimits;
import dev.upswell.server.privacy.PrivacyRefused;
import dev.upswell.server.privacy.TenantErasures;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.weigh.LearningWorker;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The tenants of a running server: each opened when it is first needed, once. The agents of all that are served and whose subscription
/// goes on work, whether or not anybody asks for a page.
final class OpenTenants implements Journals, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(OpenTenants.class);
    private static final long LOOK_EVERY_SECONDS = 5;
    /// So long an erasure that something keeps open rests.
    private static final Duration WAIT_OF_ERASURES = Duration.ofMinutes(10);
    private static final long ERASING_ENDS_MS = 10_000;

    private final OpenWorkplace home;
    private final Served served;
    private final TenantScope scope;
    private final Installation installation;
    private final TenantErasures erasures;
    private final Map<TenantId, OpenTenant> tenants = new ConcurrentHashMap<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private @Nullable Thread erasing;
    private boolean swept;
    private final Thread attendant = Thread.ofPlatform().name("upswell-tenants").daemon().unstarted(this::attend);

    OpenTenants(OpenWorkplace home, Settings settings) {
        this.home = home;
        this.served = served(home.tenant(), settings.text(Setting.SERVER_TENANTS));
        this.scope = new TenantScope(home.clock());
        this.installation = home.installation();
        this.erasures = home.tenantErasures(this::letGo);
        tenants.put(home.tenant(), new OpenTenant(home));
    }

    private static Served served(TenantId home, String setting) {
        Set<String> names = Arrays.stream(setting.split(",")).map(String::strip).filter(name -> !name.isEmpty())
                .collect(Collectors.toSet());
        return new Served(home, names.remove(Setting.ALL_TENANTS), names);
    }

    /// The services of the tenant for which the server was started.
    OpenWorkplace first() {
        return home;
    }

    Served served() {
        return served;
    }

    TenantScope scope() {
        return scope;
    }

    /// Erasures of tenants, by whoever runs the installation from here.
    TenantErasures erasures() {
        return erasures;
    }

    /// Ends what works for a tenant that is being erased or is no more, and forgets all that was remembered of it.
    private void letGo(TenantId tenant) {
        OpenTenant one = tenant.equals(home.tenant()) ? null : tenants.remove(tenant);
        try {
            if (one != null) {
                one.close();
            }
        } finally {
            scope.leave(tenant);
            home.forgetVectors(tenant);
        }
    }

    /// A name of the settings that no tenant has; empty where all have theirs.
    Optional<String> unknown() {
        List<String> known = served.names().isEmpty()
                ? List.of()
                : installation.tenants().stream().map(one -> one.name().value()).toList();
        return served.names().stream().filter(name -> !known.contains(name)).sorted().findFirst();
    }

    /// The one that the calling thread works for.
    OpenTenant active() {
        return open(ActiveTenant.get());
    }

    /// A tenant that is served.
    OpenTenant open(TenantId tenant) {
        OpenTenant known = tenants.get(tenant);
        return known == null ? tenants.computeIfAbsent(tenant, this::opened) : known;
    }

    @Override
    public RequestJournal home() {
        return of(home.tenant());
    }

    @Override
    public RequestJournal of(TenantId tenant) {
        return open(tenant).journal();
    }

    private OpenTenant opened(TenantId tenant) {
        return new OpenTenant(home.of(tenants().stream().filter(one -> one.id().equals(tenant)).findFirst()
                .orElseThrow(() -> new IllegalStateException("tenant (" + tenant + ") must be served here"))));
    }

    private List<Tenant> tenants() {
        return served.among(installation.tenants());
    }

    /// Lets agents work, from now on and wherever a subscription goes on.
    void start() {
        attendant.start();
    }

    /// Looks who was added and whose subscription ended, and lets go of what nobody uses.
    private void attend() {
        boolean failed = false;
        do {
            try {
                look();
                if (served.several()) {
                    scope.tidy().forEach(tenant -> open(tenant).workplace().forget());
                }
                failed = false;
            } catch (RuntimeException e) {
                if (!failed) {
                    LOG.warn("the tenants could not be looked after; it is tried again", e);
                }
                failed = true;
            }
        } while (!stopped());
    }

    private boolean stopped() {
        try {
            return stopping.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return true;
        }
    }

    private void look() {
        List<Tenant> known = tenants();
        letGoOfOthers(known.stream().map(Tenant::id).collect(Collectors.toSet()));
        goOnErasing();
        for (Tenant tenant : known) {
            OpenTenant one = open(tenant.id());
            if (tenant.state(home.clock().instant()) == Tenant.State.OPEN) {
                one.attend();
            } else {
                one.rest();
            }
        }
    }

    /// Another process may have erased a tenant that is open here, or did so while this server was off: files of it may be left.
    private void letGoOfOthers(Set<TenantId> known) {
        List<TenantId> gone = tenants.keySet().stream()
                .filter(one -> !known.contains(one) && !one.equals(home.tenant())).toList();
        gone.forEach(this::letGo);
        if (!swept || !gone.isEmpty()) {
            erasures.sweep();
            swept = true;
        }
    }

    /// Beside the attendant, which looks after the others meanwhile.
    private void goOnErasing() {
        Thread before = erasing;
        if ((before == null || !before.isAlive()) && erasures.isOpen()) {
            erasing = Thread.ofPlatform().name("upswell-erasure").daemon().start(this::erase);
        }
    }

    private void erase() {
        try {
            erasures.goOn();
        } catch (PrivacyRefused waits) {
            LOG.warn("an erasure of a tenant waits {} s: {}", WAIT_OF_ERASURES.toSeconds(), waits.what());
            pause();
        } catch (RuntimeException e) {
            LOG.warn("an erasure of a tenant was cut short; it is gone on with", e);
        }
    }

    private void pause() {
        try {
            if (stopping.await(WAIT_OF_ERASURES.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stopping.countDown();
        try {
            attendant.join();
            Thread under = erasing;
            if (under != null) {
                under.join(ERASING_ENDS_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tenants.values().forEach(OpenTenant::close);
    }

    /// One tenant of a running server: its services, what works for it in the background, and the way of its requests into the audit.
    ///
    /// What works in the background is begun when it is first needed and outlives requests.
    static final class OpenTenant implements AutoCloseable {

        private final OpenWorkplace workplace;
        private @Nullable Scheduler scheduler;
        private @Nullable Intake intake;
        private @Nullable LearningWorker learning;
        private @Nullable RequestJournal journal;
        private boolean closed;

        OpenTenant(OpenWorkplace workplace) {
            this.workplace = workplace;
        }

        OpenWorkplace workplace() {
            return workplace;
        }

        /// Lets the agents work from now on.
        synchronized void attend() {
            if (scheduler == null && !closed) {
                Scheduler started = new Scheduler(workplace.operating().agentParts(), workplace.schedule());
                started.start();
                scheduler = started;
            }
        }

        /// Whether the agents work.
        synchronized boolean isAttended() {
            return scheduler != null;
        }

        /// Lets no agent work any more.
        void rest() {
            Scheduler former = former();
            if (former != null) {
                former.close();
            }
        }

        private synchronized @Nullable Scheduler former() {
            Scheduler former = scheduler;
            scheduler = null;
            return former;
        }

        private synchronized void ring() {
            if (scheduler != null) {
                scheduler.ring();
            }
        }

        synchronized Intake intake() {
            Intake known = intake;
            if (known == null) {
                known = new Intake(new Intake.Setup(workplace.tenant(), workplace.database(),
                        workplace.collecting().importer(), workplace.dataFolder(), workplace.clock(),
                        workplace::loadSample, ingested -> ring(), IntakeLimits.USUAL));
                intake = known;
            }
            return known;
        }

        synchronized LearningWorker learning() {
            LearningWorker known = learning;
            if (known == null) {
                known = new LearningWorker(workplace.scoring().learning());
                learning = known;
            }
            return known;
        }

        synchronized RequestJournal journal() {
            RequestJournal known = journal;
            if (known == null) {
                known = workplace.access().journal();
                journal = known;
            }
            return known;
        }

        @Override
        public void close() {
            synchronized (this) {
                closed = true;
            }
            rest();
            if (intake != null) {
                intake.close();
            }
            if (learning != null) {
                learning.close();
            }
            workplace.creative().patternWorker().close();
            if (journal != null) {
                journal.close();
            }
            workplace.recommending().index().close();
        }
    }
}
