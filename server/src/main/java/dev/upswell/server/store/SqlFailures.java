package dev.upswell.server.store;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Turns what JDBC throws into what the store throws.
final class SqlFailures {

    /// Connection lost, deadlock or serialization, out of resources, administrator's intervention.
    private static final Set<String> RETRYABLE_CLASSES = Set.of("08", "40", "53", "57");

    private SqlFailures() {
    }

    static StoreException translate(String what, Exception failure) {
        SQLException sql = sqlCause(failure);
        String state = sql == null || sql.getSQLState() == null ? "" : sql.getSQLState();
        String where = state.isEmpty() ? "PostgreSQL" : "PostgreSQL, SQLSTATE " + state;
        if (state.length() == 5 && RETRYABLE_CLASSES.contains(state.substring(0, 2))) {
            return StoreException.retryable(what, where, "Try again; see logs/postgres.log when it stays.", failure);
        }
        return StoreException.permanent(what, where, "See the log for the statement that was refused.", failure);
    }

    /// Whether PostgreSQL rolled a transaction back because it and another stood in each other's way.
    static boolean gaveWay(Throwable failure) {
        SQLException sql = sqlCause(failure);
        return sql != null && sql.getSQLState() != null && sql.getSQLState().startsWith("40");
    }

    /// Whether there is no server at the other end, or none that takes work: it died, is stopping or is starting.
    static boolean connectionLost(SQLException failure) {
        String state = failure.getSQLState();
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }

    static @Nullable SQLException sqlCause(Throwable failure) {
        for (Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql) {
                return sql;
            }
        }
        return null;
    }
}
