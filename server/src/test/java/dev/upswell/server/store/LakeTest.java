package dev.upswell.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How instances of DuckDB wait for sessions, and what becomes of those that fail.
class LakeTest {

    @TempDir
    private Path folder;

    private final Database database = TestDatabase.shared();
    private final TenantId tenant = TestDatabase.newTenant();
    private final Lake lake = new Lake(TestDatabase.settings(TestDatabase.sharedFolder()), database.transactions(),
            database.manifest());

    @AfterEach
    void close() {
        lake.close();
    }

    @Test
    void whatASessionLeavesOutsideTheTemporarySchemaIsNotSeenByTheNext() {
        for (String left : List.of("TABLE secret AS SELECT 1 AS a", "VIEW secret AS SELECT 1 AS a")) {
            try (LakeSession one = lake.open(tenant)) {
                one.execute("CREATE " + left);
                assertThat(things(one)).isEqualTo(1);
            }
            try (LakeSession other = lake.open(TestDatabase.newTenant())) {
                assertThat(things(other)).isZero();
            }
        }
    }

    @Test
    void anInstanceInWhichOnlyTemporaryThingsWereMadeServesTheNextSession() {
        Watched instance = watched();
        lake.giveBack(instance);

        for (int i = 1; i <= 3; i++) {
            try (LakeSession session = lake.open(tenant)) {
                session.execute("CREATE TEMP TABLE mine AS SELECT 1 AS a");
            }
            assertThat(instance.connected).isEqualTo(i);
        }
    }

    @Test
    void anInstanceThatBrokeWhileItWaitedIsReplaced() throws SQLException {
        Watched broken = watched();
        Watched alsoBroken = watched();
        alsoBroken.closesBadly = true;
        for (Watched one : List.of(broken, alsoBroken)) {
            lake.giveBack(one);
            one.duck.close();
        }

        try (LakeSession session = lake.open(tenant)) {
            assertThat(things(session)).isZero();
        }
        assertThat(broken.closed && alsoBroken.closed).isTrue();
    }

    @Test
    void anInstanceWhoseSessionDidNotEndIsClosedAndNotOfferedAgain() {
        Watched instance = watched();
        instance.disconnectsBadly = true;
        lake.giveBack(instance);
        LakeSession session = lake.open(tenant);

        assertThatThrownBy(session::close).isInstanceOf(StoreException.class)
                .hasMessageContaining("connection did not close (DuckDB): no");
        session.close();

        assertThat(instance.closed).isTrue();
        lake.open(tenant).close();
        assertThat(instance.connected).isEqualTo(1);
    }

    @Test
    void closingTheLakeGoesOnPastAnInstanceThatDoesNotClose() {
        Watched last = watched();
        Watched first = watched();
        first.closesBadly = true;
        lake.giveBack(last);
        lake.giveBack(first);

        assertThatThrownBy(lake::close).isInstanceOf(StoreException.class)
                .hasMessageContaining("connection did not close (DuckDB): no");

        assertThat(last.closed).isTrue();
    }

    private static int things(LakeSession session) {
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("SELECT (SELECT count(*) FROM duckdb_tables())"
                        + " + (SELECT count(*) FROM duckdb_views() WHERE NOT internal)")) {
            row.next();
            return row.getInt(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    private Watched watched() {
        return new Watched(DuckDb.open(folder, 100));
    }

    /// A real instance that can be told to fail as the native library might.
    static final class Watched implements Lake.Instance {

        final DuckDb duck;
        int connected;
        boolean closed;
        boolean closesBadly;
        boolean disconnectsBadly;

        Watched(DuckDb duck) {
            this.duck = duck;
        }

        @Override
        public DuckDBConnection connect() throws SQLException {
            connected++;
            return duck.connect();
        }

        @Override
        public void disconnect(DuckDBConnection session) throws SQLException {
            duck.disconnect(session);
            if (disconnectsBadly) {
                throw new SQLException("no");
            }
        }

        @Override
        public List<String> leftBehind() throws SQLException {
            return duck.leftBehind();
        }

        @Override
        public void close() throws SQLException {
            closed = true;
            duck.close();
            if (closesBadly) {
                throw new SQLException("no");
            }
        }
    }
}
