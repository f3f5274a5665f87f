package dev.upswell.server.report;

import dev.upswell.document.Document;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Person;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The reports of a tenant: made, kept and handed out as files.
public final class Reports {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final ReportKinds kinds;
    private final Press press;
    private final Brandings brandings;
    private final ReportRepository reports = new ReportRepository();

    /// @param kinds what reports can be made of
    public Reports(TenantId tenant, Database database, InstantSource clock, ReportKinds kinds, Press press) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.kinds = kinds;
        this.press = press;
        this.brandings = new Brandings(tenant, database, clock);
    }

    /// Some of the reports.
    ///
    /// @param total how many there are in all
    public record Part(List<KeptReport> items, int total) {
    }

    /// A file of a report.
    public record File(KeptReport report, ReportFormat format, byte[] bytes) {

        /// How it is called.
        public String name() {
            return report.fileName(format);
        }
    }

    /// The kinds of report that can be made now.
    public List<ReportKind> kinds() {
        return kinds.list();
    }

    /// Makes the documents of a kind and keeps them, all or none.
    ///
    /// Each is set as PDF first, so that none is kept that cannot be handed out.
    /// **errors** [ReportRefused] when there is no such kind, a parameter is wrong, or a document has too many pages.
    public List<KeptReport> make(String kind, Map<String, String> parameters, String by) {
        List<ReportKind> known = kinds.list();
        ReportKind wanted = known.stream().filter(one -> one.name().equals(kind)).findFirst()
                .orElseThrow(() -> ReportRefused.unknownSource(kind, known.stream().map(ReportKind::name).toList()));
        ReportSource.Output output = wanted.make(parameters);
        return keep(kind, output, by);
    }

    /// Keeps documents, all or none.
    ///
    /// **errors** [ReportRefused] when one of them has too many pages.
    public List<KeptReport> keep(String kind, List<Document> documents, @Nullable String run, String by) {
        return keep(kind, new ReportSource.Output(documents, run), by);
    }

    private List<KeptReport> keep(String kind, ReportSource.Output output, String by) {
        List<Document> documents = output.documents();
        Instant now = clock.instant();
        Branding branding = brandings.get();
        documents.forEach(document -> press.file(ReportFormat.PDF, document, branding, day(now)));
        return database.transactions().call(tenant, db -> {
            List<KeptReport> kept = new ArrayList<>();
            for (Document document : documents) {
                kept.add(reports.insert(db, kind, document, output, by, now));
            }
            return kept;
        });
    }

    /// The reports that this caller may read.
    public ReportShelf shelf(Caller caller) {
        return new ReportShelf(this, caller instanceof Caller.Known(Person person)
                && caller.seesOnlyWhatWasHanded() ? person.id() : null);
    }

    /// The reports, the newest first.
    public Part list(int limit, int offset) {
        return list(null, limit, offset);
    }

    /// The same of what was handed to somebody; null for all.
    Part list(@Nullable UUID reader, int limit, int offset) {
        return database.transactions().call(tenant,
                db -> new Part(reports.list(db, reader, limit, offset), reports.count(db, reader)));
    }

    /// The report with this id, or the unambiguous beginning of it.
    ///
    /// **errors** [ReportRefused] when there is none, or more than one.
    public KeptReport get(String id) {
        return get(null, id);
    }

    /// The same among what was handed to somebody; null for all.
    KeptReport get(@Nullable UUID reader, String id) {
        String digits = id.toLowerCase(Locale.ROOT);
        List<KeptReport> found = digits.isBlank() || digits.indexOf('\0') >= 0
                ? List.of()
                : database.transactions().call(tenant, db -> reports.beginning(db, reader, digits));
        if (found.size() != 1) {
            throw ReportRefused.unknown(found.size() > 1 ? id + "… (several begin so)" : id);
        }
        return found.getFirst();
    }

    /// The words of a report.
    public Document document(KeptReport report) {
        return database.transactions().call(tenant, db -> reports.document(db, report.id()))
                .orElseThrow(() -> ReportRefused.unknown(report.id().toString()));
    }

    /// A report as a file, in the branding of today and with the day on which it was made.
    public File file(String id, ReportFormat format) {
        KeptReport report = get(id);
        return new File(report, format,
                press.file(format, document(report), brandings.get(), day(report.createdAt())));
    }

    /// Removes a report.
    ///
    /// **errors** [ReportRefused] when there is none with this id.
    public KeptReport remove(String id) {
        KeptReport report = get(id);
        if (!database.transactions().call(tenant, db -> reports.delete(db, report.id()))) {
            throw ReportRefused.unknown(id);
        }
        return report;
    }

    /// A document in a branding that is not kept, as a PDF: to look at.
    public byte[] preview(Document document, Branding branding) {
        return press.file(ReportFormat.PDF, document, branding, day(clock.instant()));
    }

    /// The day that a report bears, by UTC.
    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
