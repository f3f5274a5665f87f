package dev.upswell.server.overview;

import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Person;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.report.Handovers;
import dev.upswell.server.report.KeptReport;
import dev.upswell.server.report.Reports;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Briefs that creators take by themselves: production briefs of searches for patterns that somebody published.
///
/// Who takes one is handed that one report; of others they see nothing, as before.
public final class Briefs {

    private static final String KIND = "factory";
    private static final int LOOKED_AT = 500;
    private static final int OFFERED = 10;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final PatternRuns runs;
    private final Reports reports;
    private final Handovers handovers;
    private final BriefRepository rows = new BriefRepository();

    /// @param services searches and reports
    public Briefs(TenantId tenant, Database database, InstantSource clock, Services services) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.runs = services.runs();
        this.reports = services.reports();
        this.handovers = services.handovers();
    }

    /// What briefs are made from and handed over by.
    public record Services(PatternRuns runs, Reports reports, Handovers handovers) {
    }

    /// A search of which a brief can be taken.
    ///
    /// @param run id of the search
    /// @param subject for example `#bali`
    /// @param all whether it was in all videos, so that pages say so in their language
    /// @param confirmed how many patterns and anti-patterns bear a label
    public record Published(UUID run, String subject, boolean all, String client, long confirmed, Instant begunAt,
            String by,
            Instant at) {
    }

    /// A finished search that nobody published yet.
    public record Unpublished(UUID run, String subject, boolean all, String client, long confirmed, Instant begunAt) {
    }

    /// The searches that are published, the one that was published last first.
    public List<Published> published() {
        Map<UUID, PatternRun> done = done().stream().collect(Collectors.toMap(PatternRun::id, Function.identity()));
        return database.transactions().call(tenant, rows::list).stream()
                .flatMap(row -> Optional.ofNullable(done.get(row.run())).stream()
                        .map(run -> new Published(run.id(), run.subject().said(), isAll(run), run.client(),
                                confirmed(run),
                                run.begunAt(), row.by(), row.at())))
                .toList();
    }

    /// The last searches that are done and not published, the newest first.
    public List<Unpublished> unpublished() {
        List<UUID> known = database.transactions().call(tenant, rows::list).stream().map(BriefRepository.Row::run)
                .toList();
        return done().stream().filter(run -> !known.contains(run.id())).limit(OFFERED).map(run -> new Unpublished(
                run.id(), run.subject().said(), isAll(run), run.client(), confirmed(run), run.begunAt())).toList();
    }

    private List<PatternRun> done() {
        return runs.list(LOOKED_AT, 0).items().stream().filter(run -> run.analysis() != null).toList();
    }

    private static boolean isAll(PatternRun run) {
        return run.subject().kind() == PatternSubject.Kind.ALL;
    }

    private static long confirmed(PatternRun run) {
        var analysis = run.analysis();
        return analysis == null ? 0 : analysis.confirmed();
    }

    /// Lets creators take briefs of a search; again is the same as once.
    ///
    /// **errors** [dev.upswell.server.creative.PatternRefused] when there is no such search, [BriefRefused] when it is not done.
    public List<Published> publish(String run, String by) {
        PatternRun found = runs.get(run);
        if (found.analysis() == null) {
            throw BriefRefused.notDone();
        }
        database.transactions().run(tenant, db -> rows.publish(db, found.id(), by, clock.instant()));
        return published();
    }

    /// Lets creators take no more briefs of a search; those that were taken stay with who took them.
    ///
    /// **errors** as [#publish].
    public List<Published> withdraw(String run) {
        PatternRun found = runs.get(run);
        database.transactions().run(tenant, db -> rows.withdraw(db, found.id()));
        return published();
    }

    /// The production brief of a published search for whoever asks, made once in each language and handed to them where they see only what
    /// was handed to them.
    ///
    /// **errors** [BriefRefused] when no such search is published.
    public KeptReport take(String run, Locale language, Caller caller) {
        Published wanted = published().stream().filter(one -> one.run().toString().equals(run)).findFirst()
                .orElseThrow(BriefRefused::notPublished);
        String by = caller.signature();
        KeptReport brief = reports.list(LOOKED_AT, 0).items().stream()
                .filter(one -> one.kind().equals(KIND) && one.madeBy().equals(by) && one.given() == null
                        && wanted.run().toString().equals(one.run())
                        && one.language().getLanguage().equals(language.getLanguage()))
                .findFirst().orElseGet(() -> reports.make(KIND,
                        Map.of("run", wanted.run().toString(), "language", language.getLanguage()), by).getFirst());
        if (caller instanceof Caller.Known(Person person) && caller.seesOnlyWhatWasHanded()) {
            handovers.give(brief.id().toString(), person.name(), by);
        }
        return brief;
    }
}
