package dev.upswell.server.refine;

import dev.upswell.server.postgres.RowTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Reads how versions of prompts do beside each other. All calls run inside the caller's tenant transaction.
final class TrialRepository {

    private record Tried(String purpose, int serving, int number, double share, double all, Instant since) {
    }

    /// The trials that run, by purpose and version. With several of a purpose each is told beside the serving version, by its part of what
    /// both have. A trial that began before its time was kept counts since the first text for which its version was asked, else since the
    /// version was written.
    List<PromptTrial> list(JdbcClient db) {
        return db
                .sql("""
                    select t.purpose, s.number as serving, t.number, t.trial_share, coalesce(t.trial_at, (select min(o.at)
                    from wording_output o where o.tenant_id = t.tenant_id and o.purpose = t.purpose and o.asked_number = t.number), t.made_at) as since, (select sum(trial_share)
                    from prompt_version a where a.tenant_id = t.tenant_id and a.purpose = t.purpose and a.state = 'TRIAL') as tried
                    from prompt_version t join prompt_version s on s.tenant_id = t.tenant_id and s.purpose = t.purpose
                    and s.state = 'SERVING' where t.state = 'TRIAL' order by t.purpose, t.number""")
                .query((row, index) -> new Tried(row.getString("purpose"), row.getInt("serving"), row.getInt("number"),
                        row.getDouble("trial_share"), row.getDouble("tried"),
                        row.getObject("since", OffsetDateTime.class).toInstant()))
                .list().stream().map(tried -> trial(db, tried)).toList();
    }

    private static PromptTrial trial(JdbcClient db, Tried tried) {
        double left = Math.max(0, 1 - tried.all());
        return new PromptTrial(tried.purpose(), tried.serving(), tried.number(), tried.share() / (tried.share() + left),
                tried.since(), arm(db, tried, tried.serving()), arm(db, tried, tried.number()));
    }

    private static PromptTrial.Arm arm(JdbcClient db, Tried tried, int number) {
        return db
                .sql("""
                    select count(*) as asked, count(*) filter (where own and not failed) as held, count(verdict) as judged,
                    count(*) filter (where verdict = 'ACCEPT') as accepted, count(*) filter (where acted) as acted, count(acted) as told,
                    count(dwell_millis) as dwells, coalesce(avg(dwell_millis / 1000.0), 0) as dwell,
                    coalesce(var_samp(dwell_millis / 1000.0), 0) as variance from (
                    select v.verdict, case when w.output_id is null then v.acted
                    else w.acted or coalesce(v.acted or v.verdict in ('ACCEPT', 'EDIT'), false) end as acted,
                    coalesce(w.in_view_millis / w.looks, v.dwell_millis) as dwell_millis, coalesce(o.prompt_number = o.asked_number, false) as own, exists (select 1 from wording_failure f
                    where f.tenant_id = o.tenant_id and f.output_id = o.id) as failed
                    from wording_output o left join wording_verdict v on v.tenant_id = o.tenant_id and v.output_id = o.id
                    and o.prompt_number = o.asked_number
                    left join wording_viewing w on w.tenant_id = o.tenant_id and w.output_id = o.id
                    and o.prompt_number = o.asked_number
                    where o.purpose = ? and o.asked_number = ? and o.at >= ?) as texts""")
                .params(tried.purpose(), number, RowTime.utc(tried.since())).query((row, index) -> arm(row)).single();
    }

    private static PromptTrial.Arm arm(ResultSet row) throws SQLException {
        return new PromptTrial.Arm(row.getLong("asked"), row.getLong("held"), row.getLong("judged"),
                row.getLong("accepted"), row.getLong("acted"), row.getLong("told"), row.getLong("dwells"),
                row.getDouble("dwell"),
                row.getDouble("variance"));
    }
}
