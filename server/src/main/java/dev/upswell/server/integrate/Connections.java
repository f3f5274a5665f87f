package dev.upswell.server.integrate;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.integrate.Connection.Greeting;
import dev.upswell.server.integrate.ConnectionRepository.Row;
import dev.upswell.server.notify.NotBrought;
import dev.upswell.server.vault.VaultRefused;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// The trackers to which one tenant is connected. Accounts and tokens are in the vault, and come out for the tracker alone.
public final class Connections {

    /// The most that a tenant has.
    static final int MOST = 20;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");
    private static final String USER = "user";
    private static final String TOKEN = "token";

    private final IntegrateParts parts;
    private final ConnectionRepository connections = new ConnectionRepository();
    private final EventLogRepository events = new EventLogRepository("integrate");

    /// The connections over these parts.
    public Connections(IntegrateParts parts) {
        this.parts = parts;
    }

    /// All, by name.
    public List<Connection> list() {
        return parts.call(connections::list).stream().map(Row::connection).toList();
    }

    /// Adds a connection, without asking the other side.
    ///
    /// @param by who wants it
    ///
    /// **errors** [IntegrateRefused] when the name cannot be one or is there already.
    public Connection add(String name, Account account, String by) {
        if (!NAME.matcher(name).matches()) {
            throw IntegrateRefused.unusable(
                    "the name of a connection must be 1 to 63 lower-case letters, digits and hyphens",
                    "Call it for example content-board.");
        }
        var connection = new Connection(name, account.kind(), account.shown(), by, parts.now());
        parts.run(db -> {
            if (connections.list(db).size() >= MOST) {
                throw IntegrateRefused.conflict("there are " + MOST + " connections, as many as there can be",
                        "Remove one.");
            }
            if (!connections.add(db, connection, account)) {
                throw IntegrateRefused.conflict("there is a connection " + name + " already",
                        "Give the new one another name, or remove that one.");
            }
            parts.vault().put(db, entry(name, USER), account.user().getBytes(StandardCharsets.UTF_8));
            parts.vault().put(db, entry(name, TOKEN), account.token().getBytes(StandardCharsets.UTF_8));
            events.write(db, EventType.TRACKER_ADDED,
                    Map.of("connection", name, "kind", account.kind().label(), "actor", by));
        });
        return connection;
    }

    /// Removes a connection with its account, and what is known of the tasks that were carried there. In the tracker they stay.
    ///
    /// **errors** [IntegrateRefused] when there is none of this name.
    public void remove(String name, String by) {
        parts.run(db -> {
            if (!connections.remove(db, name)) {
                throw IntegrateRefused.unknown(name);
            }
            parts.vault().remove(db, entry(name, USER));
            parts.vault().remove(db, entry(name, TOKEN));
            events.write(db, EventType.TRACKER_REMOVED, Map.of("connection", name, "actor", by));
        });
    }

    /// Asks the other side whether it is there and lets the account in. Nothing is changed by it.
    ///
    /// **errors** [IntegrateRefused] when there is none of this name.
    public Greeting greet(String name) {
        require(name);
        try {
            return new Greeting(name, true, tracker(name).greeting());
        } catch (NotBrought failed) {
            return new Greeting(name, false, failed.why());
        }
    }

    /// **errors** [IntegrateRefused] when there is none of this name.
    Connection require(String name) {
        return parts.call(db -> connections.find(db, name)).map(Row::connection)
                .orElseThrow(() -> IntegrateRefused.unknown(name));
    }

    /// The tracker of this connection.
    ///
    /// **errors** [NotBrought] when its account cannot be read.
    Tracker tracker(String name) throws NotBrought {
        Row row = parts.call(db -> connections.find(db, name))
                .orElseThrow(() -> IntegrateRefused.unknown(name));
        try {
            return parts.trackers().apply(row.account(secret(name, USER), secret(name, TOKEN)));
        } catch (VaultRefused locked) {
            throw NotBrought.forNow(locked.what());
        }
    }

    private String secret(String name, String what) throws NotBrought {
        return parts.vault().find(entry(name, what)).map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElseThrow(() -> NotBrought.forGood("the account is no longer in the vault"));
    }

    private static String entry(String name, String what) {
        return "tracker/" + name + "/" + what;
    }
}
