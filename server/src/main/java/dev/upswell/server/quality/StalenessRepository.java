package dev.upswell.server.quality;

import dev.upswell.quality.Finding;
import dev.upswell.quality.Freshness;
import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How old the newest of each source and of each watched subject is.
///
/// A subject that is visited every so often, as the plan in force or the one who watches it says, may be as old as that interval
/// and the limit of rule `freshness` together.
public final class StalenessRepository {

    /// Limits above it are none: two thousand years.
    private static final double MOST_MINUTES = 1e9;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;

    public StalenessRepository(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// How a source stands.
    ///
    /// @param newest its latest reading; null when it never gave one
    /// @param live whether it is asked live, so that it must be fresh: what comes in files is as old as its files
    /// @param freshness the age in minutes; unjudged for a source of files
    /// @param frozen why it counts as repeating one answer; null while it moves
    public record Source(String name, @Nullable Instant newest, boolean live, Finding freshness,
            @Nullable String frozen) {
    }

    /// How a watched subject stands.
    ///
    /// @param lastPage when a page about it last came; null when none ever did
    /// @param lastReading when its own counters were last read; null when they never were
    /// @param allowed how old it may be; null where the rule warns never
    /// @param stale whether it is older
    public record Watched(String source, String subject, @Nullable Instant lastPage, @Nullable Instant lastReading,
            @Nullable Duration allowed, boolean stale) {
    }

    /// The sources in alphabetical order, as of now.
    public List<Source> sources() {
        Instant now = clock.instant();
        return database.transactions().call(tenant, db -> {
            GateLimit limit = GateRepository.rules(db).of(GateRule.FRESHNESS);
            return db
                    .sql("""
                        select s.name, s.last_observed_at, s.stale->>'since' as since, s.stale->>'until' as until,
                            exists(select 1 from watch w where w.source in (s.name, regexp_replace(s.name, '^sim-', ''))) as live
                        from source s order by s.name""")
                    .query((row, index) -> source(row, limit, now)).list();
        });
    }

    private static Source source(ResultSet row, GateLimit limit, Instant now) throws SQLException {
        Instant newest = instant(row, "last_observed_at");
        boolean live = row.getBoolean("live");
        Finding age = newest == null ? Finding.none(GateRule.FRESHNESS) : Freshness.judge(limit, newest, now);
        Finding judged = live || newest == null ? age : Freshness.judge(never(limit), newest, now);
        String since = row.getString("since");
        return new Source(row.getString("name"), newest, live, judged,
                since == null ? null : "the same counters from " + since + " to " + row.getString("until"));
    }

    /// A limit under which nothing is ever judged.
    private static GateLimit never(GateLimit limit) {
        return new GateLimit(limit.rule(), limit.warnAbove(), limit.blockAbove(), Long.MAX_VALUE);
    }

    /// The watched subjects by source and subject, as of now.
    public List<Watched> watched() {
        Instant now = clock.instant();
        return database.transactions().call(tenant, db -> {
            Double warn = GateRepository.rules(db).of(GateRule.FRESHNESS).warnAbove();
            Duration limit = warn == null ? null : Duration.ofMinutes(Math.round(Math.min(warn, MOST_MINUTES)));
            // What one request asked for about several, or what was kept made unnecessary to ask for, only the visit tells.
            return db
                    .sql("""
                        select w.source, w.feed || ':' || w.target as subject, coalesce(p.every_minutes, w.every_minutes) as every_minutes,
                            w.added_at, greatest(
                                (select max(r.answered_at) from source_request r where r.source = w.source and r.outcome = 'page'
                                    and md5(r.subject) = md5(w.feed || ':' || w.target) and r.subject = w.feed || ':' || w.target),
                                (select max(s.ended_at) from sweep s where s.watch_id = w.id and s.state = 'DONE' and s.pages > 0
                                    and s.note is null)) as last_page,
                            (select e.last_observed_at from entity e where e.kind = w.feed and e.entity_id = lower(w.target))
                                as last_reading
                        from watch w left join watch_plan p on p.watch_id = w.id order by w.source, subject""")
                    .query((row, index) -> watched(row, limit, now)).list();
        });
    }

    private static Watched watched(ResultSet row, @Nullable Duration limit, Instant now) throws SQLException {
        Instant page = instant(row, "last_page");
        Instant added = row.getObject("added_at", OffsetDateTime.class).toInstant();
        Duration allowed = limit == null ? null : Duration.ofMinutes(row.getInt("every_minutes")).plus(limit);
        Instant since = page == null ? added : page;
        return new Watched(row.getString("source"), row.getString("subject"), page, instant(row, "last_reading"),
                allowed, allowed != null && Duration.between(since, now).compareTo(allowed) > 0);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
