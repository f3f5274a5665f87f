package dev.upswell.server.trial;

import dev.upswell.brief.StrategyKind;
import dev.upswell.server.report.GivenReports;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.ReportSource;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.trial.format.FormatMix;
import dev.upswell.trial.format.FormatUse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Formats of reports as a tenant's creators take them up.
public final class ReportFormats {

    /// Formats that strategies come in.
    public static final Set<String> NAMES = Set.of("recipe", "pattern", "comparative", "element", "narrative");

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final GivenReports given;
    private final FormatUseRepository uses = new FormatUseRepository();

    public ReportFormats(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.given = new GivenReports(tenant, database);
    }

    /// Makes a use of what was told.
    @FunctionalInterface
    public interface Making {

        /// **errors** `IllegalArgumentException` when it cannot be.
        FormatUse make(String format, String creator);
    }

    /// What came of a report.
    ///
    /// @param format empty where a report is named: it has its own
    /// @param creator as above
    /// @param report id of a report that was made for a test, or the beginning of it; null where none is kept
    public record Told(String format, String creator, @Nullable String report, Making making) {
    }

    /// A report that was made for a test of formats.
    ///
    /// @param told whether what came of it was told
    public record Out(KeptReport report, ReportSource.Given given, boolean told) {
    }

    /// Keeps what came of a report.
    ///
    /// **errors** [TrialRefused] when the figures cannot be, no such report was made for a test, or it was told of already
    public void tell(Told told, String by) {
        String named = told.report();
        Out out = named == null ? null : out(named);
        FormatUse use;
        try {
            use = out == null
                    ? told.making().make(told.format(), told.creator())
                    : told.making().make(out.given().format(), out.given().creator());
        } catch (IllegalArgumentException refused) {
            throw TrialRefused.value(refused);
        }
        boolean kept = database.transactions().call(tenant,
                db -> uses.keep(db, use, out == null ? null : out.report().id(), by, clock.instant()));
        if (!kept && named != null) {
            throw TrialRefused.toldReport(named);
        }
    }

    private Out out(String id) {
        List<Out> found = out().stream().filter(one -> one.report().id().toString().startsWith(id)).toList();
        if (found.size() != 1) {
            throw TrialRefused.noReport(id);
        }
        return found.getFirst();
    }

    /// The reports that were made for tests, the newest first.
    public List<Out> out() {
        Set<UUID> told = database.transactions().call(tenant, uses::told);
        return given.list().stream().flatMap(report -> Stream.ofNullable(report.given())
                .map(place -> new Out(report, place, told.contains(report.id())))).toList();
    }

    /// The format that a report for this creator is dealt, by the mix and what was dealt so far.
    ///
    /// **errors** [TrialRefused] when every format failed
    public StrategyKind.Format deal(String creator) {
        Map<String, Integer> dealt = new HashMap<>();
        out().forEach(one -> dealt.merge(one.given().format(), 1, Integer::sum));
        return mix().deal(NAMES, dealt, creator).map(name -> StrategyKind.Format.valueOf(name.toUpperCase(Locale.ROOT)))
                .orElseThrow(TrialRefused::noFormat);
    }

    /// What is known of each format, and how many reports should have it.
    public FormatMix mix() {
        return FormatMix.of(NAMES, database.transactions().call(tenant, uses::all));
    }
}
