package dev.upswell.server.overview;

import dev.upswell.document.Document;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.notify.Channel;
import dev.upswell.server.notify.Channels;
import dev.upswell.server.report.Brandings;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.Rendering;
import dev.upswell.server.report.ReportFormat;
import dev.upswell.server.report.ReportRefused;
import dev.upswell.server.report.Reports;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reports of each day, week and month: made once each, kept, and told to the channels that ask for them.
///
/// The document is kept first, under a name of its span; then, in one transaction, the issue with the event that channels are told of. Whoever
/// is killed in between finds the document by its name the next time, so nothing is made or told twice.
public final class RegularReports {

    /// Of each tenant one job makes what is due.
    public static final String JOB = "regular-reports";

    private static final String BY = "upswell";
    private static final int LOOKED_AT = 500;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Services services;
    private final IssueRepository issues = new IssueRepository();
    private final EventLogRepository events = new EventLogRepository("overview");

    /// @param services what they are made and told by
    public RegularReports(TenantId tenant, Database database, InstantSource clock, Services services) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.services = services;
    }

    /// What regular reports are made and told by.
    ///
    /// @param mail writes them for mails
    /// @param language of the documents
    public record Services(Digests digests, Reports reports, Brandings brandings, Channels channels, Rendering mail,
            Locale language) {
    }

    /// A regular report that was made.
    ///
    /// @param lastDay the last day that it is about, UTC
    /// @param report id of the document
    /// @param told how many channels were to be told when it was made
    public record Issue(Period period, LocalDate lastDay, UUID report, int told, Instant madeAt) {
    }

    /// How a period stands.
    ///
    /// @param due the last day of the latest span that is over
    /// @param issue its report; null while it was not made
    public record Standing(Period period, LocalDate due, @Nullable Issue issue) {
    }

    /// What was made of a span.
    ///
    /// @param issue null where nothing was made
    /// @param isNew whether it was made now
    /// @param note why nothing was made, or why nobody is told; null where there is nothing to say
    public record Made(Period period, LocalDate lastDay, @Nullable Issue issue, boolean isNew, @Nullable String note) {
    }

    /// Whether the latest span of a period is without a report.
    public boolean isDue() {
        return standings().stream().anyMatch(one -> one.issue() == null);
    }

    /// How each period stands.
    public List<Standing> standings() {
        Instant now = clock.instant();
        return database.transactions().call(tenant, db -> Arrays.stream(Period.values()).map(period -> {
            LocalDate due = period.lastDay(now);
            return new Standing(period, due, issues.find(db, period, due).orElse(null));
        }).toList());
    }

    /// The last reports of all periods, the newest first.
    public List<Issue> list(int limit) {
        return database.transactions().call(tenant, db -> issues.list(db, limit));
    }

    /// The channels, each with whether it is told.
    public List<Channel> channels() {
        return services.channels().list();
    }

    /// Lets a channel be told of regular reports, or no longer.
    ///
    /// **errors** [dev.upswell.server.notify.NotifyRefused] when there is no such channel.
    public void tell(String channel, boolean told, String by) {
        services.channels().send(EventType.REPORT_DONE, channel, told, by);
    }

    /// Whether a channel is told.
    public static boolean isTold(Channel channel) {
        return channel.types().contains(EventType.REPORT_DONE.name());
    }

    /// Makes what is due of all periods.
    public List<Made> makeDue() {
        return Arrays.stream(Period.values()).map(this::make).toList();
    }

    /// Makes the report of the latest span of a period, unless there is one.
    public Made make(Period period) {
        LocalDate last = period.lastDay(clock.instant());
        Optional<Issue> there = database.transactions().call(tenant, db -> issues.find(db, period, last));
        if (there.isPresent()) {
            return new Made(period, last, there.get(), false, "It is there already.");
        }
        Optional<Document> document = services.digests().regular(period, last, services.language());
        if (document.isEmpty()) {
            return new Made(period, last, null, false,
                    "No video that was posted then is known with a score of its first day: there is nothing to report.");
        }
        KeptReport report = kept(period, last, document.get());
        int told = (int) channels().stream().filter(RegularReports::isTold).count();
        Issue issue = new Issue(period, last, report.id(), told, clock.instant());
        boolean first = database.transactions().call(tenant, db -> {
            boolean inserted = issues.insert(db, issue);
            if (inserted) {
                events.write(db, EventType.REPORT_DONE, Map.of("period", period.label(), "lastDay", last.toString(),
                        "title", report.title(), "report", report.id().toString()));
            }
            return inserted;
        });
        if (!first) {
            return new Made(period, last, null, false, "Another process made it at the same time.");
        }
        return new Made(period, last, issue, true,
                told == 0 ? "No channel asks for it, so nobody is told." : null);
    }

    private KeptReport kept(Period period, LocalDate last, Document document) {
        String span = period.label() + " " + last;
        return services.reports().list(LOOKED_AT, 0).items().stream()
                .filter(one -> one.kind().equals(period.label()) && span.equals(one.run())).findFirst()
                .orElseGet(() -> services.reports()
                        .keep(period.label(), List.of(document), span, BY).getFirst());
    }

    /// A report as a mail brings it.
    ///
    /// @param html what the mail shows
    public record Enclosed(String html, Reports.File pdf) {
    }

    /// The report that an event is about; empty for other events, and when it was removed since.
    public Optional<Enclosed> enclosed(Event event) {
        if (!event.type().equals(EventType.REPORT_DONE.name())) {
            return Optional.empty();
        }
        String report = String.valueOf(event.facts().get("report"));
        try {
            return Optional.of(new Enclosed(mail(report), services.reports().file(report, ReportFormat.PDF)));
        } catch (ReportRefused gone) {
            return Optional.empty();
        }
    }

    /// A report as HTML for mails, and for what else shows little of it.
    ///
    /// **errors** [dev.upswell.server.report.ReportRefused] when there is no such report.
    public String mail(String report) {
        KeptReport kept = services.reports().get(report);
        return new String(services.mail().of(services.reports().document(kept), services.brandings().get(),
                Reports.day(kept.createdAt())), StandardCharsets.UTF_8);
    }
}
