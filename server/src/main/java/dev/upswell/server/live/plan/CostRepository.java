package dev.upswell.server.live.plan;

import dev.upswell.server.postgres.RowTime;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What visits have cost. All calls run inside the caller's tenant transaction.
final class CostRepository {

    private static final Duration LOOKED_BACK = Duration.ofDays(8);
    private static final int VISITS = 10;

    /// Mean cost of the last ten visits that ended, of the last eight days; what one query asks for together shares its cost.
    ///
    /// @param requests sent, those that failed included
    /// @param units charged, or reserved where the provider did not say
    record Cost(double requests, double units) {
    }

    /// By watch of the source; watches that were never visited are missing.
    Map<UUID, Cost> costs(JdbcClient db, String source, Instant now) {
        Map<UUID, Cost> costs = new HashMap<>();
        db.sql("""
            with visit as (
                select coalesce(s.lead, s.id) as asked, s.watch_id, row_number() over (partition by s.watch_id order by s.slot desc) as place
                from sweep s join watch w on w.id = s.watch_id
                where w.source = ? and s.state <> 'OPEN' and s.begun_at >= ?),
            shared as (
                select coalesce(lead, id) as asked, count(*) as visits from sweep where begun_at >= ? group by 1),
            spent as (
                select sweep_id, count(*) filter (where outcome is distinct from 'unreached') as requests,
                sum(case when outcome = 'unreached' then 0 else coalesce(charged, worst_cost) end) as units
                from source_request where source = ? and asked_at >= ? group by sweep_id)
            select watch_id, avg(coalesce(requests, 0)::float8 / visits)::float8 as requests, avg(coalesce(units, 0)::float8 / visits)::float8 as units
            from visit join shared using (asked) left join spent on sweep_id = asked where place <= ? group by watch_id""")
                .param(source).param(RowTime.utcOrNull(now.minus(LOOKED_BACK)))
                .param(RowTime.utcOrNull(now.minus(LOOKED_BACK))).param(source)
                .param(RowTime.utcOrNull(now.minus(LOOKED_BACK)))
                .param(VISITS)
                .query((row, index) -> costs.put(row.getObject("watch_id", UUID.class),
                        new Cost(row.getDouble("requests"), row.getDouble("units"))))
                .list();
        return costs;
    }
}
