package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// A program that is killed while it brings the tables up to date leaves what the next start goes on with.
@Tag("slow")
class KilledMigrationTest {

    /// Taken by the test, so that a server process that waits for it is at work until the test lets go.
    private static final String WORK = "select pg_advisory_xact_lock(4711)";
    /// The first commits: of the list of migrations itself, and of the first of them.
    private static final int LATEST = 5;

    private final PostgresAddress address = PostgresAddress.of(TestDatabase.external());

    @Test
    void aKillBehindAnyCommitLeavesNoMigrationWithoutItsMark() throws SQLException {
        for (int commit = 1; commit <= LATEST; commit++) {
            var killed = new KilledMigrationTest();
            Client client = new Client(killed.address.owner(), commit, false);

            assertThatThrownBy(() -> killed.start(client)).as("killed behind commit %d", commit)
                    .isInstanceOf(StoreException.class);
            assertThat(client.isDead()).isTrue();

            killed.start(killed.address.owner());
            assertThat(killed.version()).as("killed behind commit %d", commit).isEqualTo(Schema.VERSION);
        }
    }

    @Test
    void aStartWaitsForTheServerProcessThatIsStillAtWorkForAKilledOne() throws Exception {
        for (int commit = LATEST - 1; commit <= LATEST; commit++) {
            new KilledMigrationTest().startBehind(commit);
        }
    }

    private void startBehind(int commit) throws Exception {
        try (Connection busy = address.owner().getConnection();
                Statement work = busy.createStatement();
                ExecutorService threads = Executors.newFixedThreadPool(2)) {
            busy.setAutoCommit(false);
            work.execute(WORK);
            Future<?> killed = threads.submit(() -> start(new Client(address.owner(), commit, true)));
            awaitSession("query like '" + WORK + "%' and wait_event_type = 'Lock'");

            Future<?> next = threads.submit(() -> start(address.owner()));
            awaitSession("query like '%pg_try_advisory_lock%' or wait_event_type = 'Lock' and query not like '" + WORK
                    + "%'");
            busy.commit();

            assertThatThrownBy(() -> killed.get(1, TimeUnit.MINUTES)).hasCauseInstanceOf(StoreException.class);
            next.get(1, TimeUnit.MINUTES);
            assertThat(version()).as("at work on commit %d", commit).isEqualTo(Schema.VERSION);
        }
    }

    private void start(DataSource owner) {
        new Schema(owner, address.appPassword()).bringUpToDate();
    }

    private int version() throws SQLException {
        return JdbcClient.create(address.owner()).sql(
                "select version::int from flyway_schema_history where success order by installed_rank desc limit 1")
                .query(Integer.class).single();
    }

    /// Waits until the server has a session of this database as the condition says, this one apart.
    private void awaitSession(String condition) {
        long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        JdbcClient db = JdbcClient.create(address.owner());
        while (!db.sql("select exists (select from pg_stat_activity where datname = current_database()"
                + " and pid <> pg_backend_pid() and (" + condition + "))").query(Boolean.class).single()) {
            assertThat(System.nanoTime()).as("no session: " + condition).isLessThan(deadline);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    /// A program as the server sees it: at one of its commits all of its connections break, as those of a killed process do.
    private static final class Client extends DelegatingDataSource {

        private final List<Connection> opened = new CopyOnWriteArrayList<>();
        private final AtomicInteger commits = new AtomicInteger();
        private final int last;
        private final boolean atWork;

        /// @param last the commit at which it is killed, from 1
        /// @param atWork whether the server is still at work on that commit then, and else done with it
        Client(DataSource server, int last, boolean atWork) {
            super(server);
            this.last = last;
            this.atWork = atWork;
        }

        boolean isDead() {
            return commits.get() >= last;
        }

        @Override
        public Connection getConnection() throws SQLException {
            requireAlive();
            Connection connection = super.getConnection();
            opened.add(connection);
            return (Connection) Proxy.newProxyInstance(Client.class.getClassLoader(), new Class<?>[]{Connection.class},
                    (proxy, method, arguments) -> {
                        if (method.getName().equals("commit") && commits.incrementAndGet() == last) {
                            die(connection);
                        }
                        try {
                            return method.invoke(connection, arguments);
                        } catch (InvocationTargetException e) {
                            throw e.getCause();
                        }
                    });
        }

        private void die(Connection committing) throws SQLException {
            if (atWork) {
                Thread.ofVirtual().start(() -> {
                    try (Statement sent = committing.createStatement()) {
                        sent.execute(WORK + "; commit");
                    } catch (SQLException answerNobodyHears) {
                        assertThat(isDead()).isTrue();
                    }
                });
                awaitSent(committing);
            } else {
                committing.commit();
            }
            for (Connection connection : opened) {
                connection.abort(Runnable::run);
            }
            requireAlive();
        }

        /// Waits until the server is at work on what was sent.
        private void awaitSent(Connection committing) throws SQLException {
            int process = committing.unwrap(PGConnection.class).getBackendPID();
            JdbcClient db = JdbcClient.create(obtainTargetDataSource());
            long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
            while (!db.sql("select wait_event_type = 'Lock' and query like '" + WORK
                    + "%' from pg_stat_activity where pid = ?").param(process).query(Boolean.class).optional()
                    .orElse(false)) {
                assertThat(System.nanoTime()).isLessThan(deadline);
                LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            }
        }

        private void requireAlive() throws SQLException {
            if (isDead()) {
                throw new SQLException("killed");
            }
        }
    }
}
