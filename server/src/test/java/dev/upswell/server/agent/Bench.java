package dev.upswell.server.agent;

import dev.upswell.server.event.Role;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/// Servers on one store whose clock the test turns; runs are done in the thread that looks.
final class Bench {

    static final Instant START = Instant.parse("2026-01-05T10:00:30Z");

    final Database database = TestDatabase.shared();
    final TenantId tenant = TestDatabase.newTenant();
    final List<String> done = new ArrayList<>();
    final Map<String, Instant> seen = new TreeMap<>(Map.of("reading", START));
    boolean waiting;
    Instant now = START;

    AgentParts parts(String node) {
        return new AgentParts(tenant, database, node, () -> now, Duration.ofSeconds(30));
    }

    /// A server that keeps these jobs.
    Scheduler server(String node, Job... jobs) {
        return new Scheduler(parts(node), schedule(jobs), new Inline());
    }

    Schedule schedule(Job... jobs) {
        return new Schedule(List.of(jobs), news(), work -> work.get(), UnaryOperator.identity());
    }

    Agents agents(Job... jobs) {
        return new Agents(parts("command"), schedule(jobs));
    }

    /// A job that notes for which slot it ran.
    Job job(String name, Cadence cadence) {
        return new Job(name, Role.METRIC, cadence, turn -> {
            done.add(name + " " + turn.slot().toString().substring(11, 16));
            return Outcome.done(Map.of("rows", 1L));
        });
    }

    void turn(Duration on, Scheduler... servers) {
        now = now.plus(on);
        for (Scheduler server : servers) {
            server.look();
        }
    }

    /// State, attempt and node of every run of a job, the oldest first.
    List<String> runs(String job) {
        return database.transactions().call(tenant, db -> db.sql("""
            select state || ' ' || attempt || coalesce(' ' || node, '') from agent_run where job = ? order by slot""")
                .param(job).query(String.class).list());
    }

    List<String> events(String type) {
        return database.transactions().call(tenant,
                db -> db.sql("select payload::text from event_log where type = ? order by occurred_at").param(type)
                        .query(String.class).list());
    }

    void execute(String sql) {
        database.transactions().run(tenant, db -> db.sql(sql).update());
    }

    private Schedule.News news() {
        return new Schedule.News() {

            @Override
            public void begin() {
            }

            @Override
            public void catchUp() {
            }

            @Override
            public Map<String, Instant> seen() {
                return Map.copyOf(seen);
            }

            @Override
            public boolean isWaiting() {
                return waiting;
            }
        };
    }

    private static final class Inline extends AbstractExecutorService {

        @Override
        public void execute(Runnable command) {
            command.run();
        }

        @Override
        public void shutdown() {
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return true;
        }

        @Override
        public boolean isTerminated() {
            return true;
        }

        @Override
        public boolean awaitTermination(long timeout, TimeUnit unit) {
            return true;
        }
    }
}
