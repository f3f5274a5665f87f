package dev.upswell.server.app;

import dev.upswell.server.agent.AgentParts;
import dev.upswell.server.agent.Agents;
import dev.upswell.server.agent.Schedule;
import dev.upswell.server.alert.Alerts;
import dev.upswell.server.app.OpenWorkplace.Ground;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.integrate.Account;
import dev.upswell.server.integrate.IntegrateParts;
import dev.upswell.server.integrate.TrackedIssues;
import dev.upswell.server.integrate.Tracker;
import dev.upswell.server.integrate.jira.JiraTracker;
import dev.upswell.server.integrate.trello.TrelloTracker;
import dev.upswell.server.network.GuardedRequests;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.notify.Deliveries;
import dev.upswell.server.notify.Notices;
import dev.upswell.server.notify.NotifyParts;
import dev.upswell.server.notify.mail.Enclosures;
import dev.upswell.server.notify.mail.MailCarrier;
import dev.upswell.server.notify.mail.MailSettings;
import dev.upswell.server.notify.mail.MailSettings.Security;
import dev.upswell.server.notify.slack.SlackCarrier;
import dev.upswell.server.notify.webhook.WebhookCarrier;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.trend.TrendQuery;
import dev.upswell.server.vigil.AlertRules;
import dev.upswell.server.vigil.VigilParts;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import javax.net.ssl.SSLSocketFactory;

/// What runs by itself for one tenant, wired.
final class OperatingPlace implements Workplace.Operating {

    private static final URI SLACK = URI.create("https://slack.com/api/");
    private static final Duration TO_ANSWER = Duration.ofSeconds(20);
    /// An order asks up to four times, and is claimed for a minute.
    private static final Duration TO_ASK_TRACKERS = Duration.ofSeconds(12);

    private final Ground ground;
    private final Supplier<Schedule> schedule;
    private final Supplier<Enclosures> enclosures;
    private final Supplier<TrendQuery> trends;

    /// @param schedule what is to run when
    /// @param enclosures what mails bring beside the words of a notice
    /// @param trends tells alert rules what emerges
    OperatingPlace(Ground ground, Supplier<Schedule> schedule, Supplier<Enclosures> enclosures,
            Supplier<TrendQuery> trends) {
        this.ground = ground;
        this.enclosures = enclosures;
        this.schedule = schedule;
        this.trends = trends;
    }

    @Override
    public Agents agents() {
        return new Agents(agentParts(), schedule.get());
    }

    @Override
    public Alerts alerts() {
        return new Alerts(ground.tenant(), ground.database());
    }

    @Override
    public AlertRules alertRules() {
        return new AlertRules(new VigilParts(ground.tenant(), ground.database(), trends.get(), ground.clock()));
    }

    @Override
    public Notices notices() {
        return new Notices(ground.tenant(), ground.database());
    }

    @Override
    public Channels channels() {
        return new Channels(notifyParts());
    }

    @Override
    public Deliveries deliveries() {
        return new Deliveries(notifyParts());
    }

    @Override
    public TrackedIssues trackers() {
        return trackers(ground);
    }

    static TrackedIssues trackers(Ground ground) {
        return new TrackedIssues(new IntegrateParts(ground.tenant(), ground.database(), ground.vault(),
                account -> tracker(ground, account), ground.clock()));
    }

    private static Tracker tracker(Ground ground, Account account) {
        var requests = new GuardedRequests(ground.guard(), TO_ASK_TRACKERS);
        return switch (account.kind()) {
            case JIRA -> new JiraTracker(account, requests, ground.clock());
            case TRELLO -> new TrelloTracker(account, requests, ground.clock());
        };
    }

    private NotifyParts notifyParts() {
        return new NotifyParts(ground.tenant(), ground.database(), ground.vault(),
                new MailCarrier(this::mail, (SSLSocketFactory) SSLSocketFactory.getDefault(),
                        enclosures.get()),
                new WebhookCarrier(ground.guard(), ground.clock()),
                new SlackCarrier(new GuardedRequests(ground.guard(), TO_ANSWER), SLACK, ground.clock()),
                ground.clock());
    }

    private MailSettings mail() {
        Settings keyed = ground.keyed();
        return new MailSettings(keyed.text(Setting.MAIL_HOST), keyed.number(Setting.MAIL_PORT),
                Security.valueOf(keyed.text(Setting.MAIL_SECURITY).toUpperCase(Locale.ROOT)),
                keyed.text(Setting.MAIL_USER), keyed.text(Setting.MAIL_PASSWORD), keyed.text(Setting.MAIL_FROM));
    }

    AgentParts agentParts() {
        return new AgentParts(ground.tenant(), ground.database(), ground.node(), ground.clock(),
                Duration.ofSeconds(ground.number(Setting.AGENTS_LEASE_SECONDS)));
    }

    /// Tells the scheduler of new data: metrics that are due, a later reading, or a retraining that was asked for.
    static final class NewData implements Schedule.News {

        private final OpenWorkplace workplace;

        NewData(OpenWorkplace workplace) {
            this.workplace = workplace;
        }

        @Override
        public void begin() {
            // Vectors are read from the table, as they are asked for, where this fails.
            workplace.forecasting().warm();
        }

        @Override
        public void catchUp() {
            workplace.forecasting().catchUp();
        }

        @Override
        public Map<String, Instant> seen() {
            return Map.of("reading", workplace.collecting().sourceRepository().lastReading().orElse(Instant.EPOCH),
                    "asked",
                    workplace.forecasting().governance().retraining().lastAsked(workplace.tenant())
                            .orElse(Instant.EPOCH));
        }

        @Override
        public boolean isWaiting() {
            return workplace.forecasting().metrics().waiting(workplace.tenant()) > 0;
        }
    }
}
