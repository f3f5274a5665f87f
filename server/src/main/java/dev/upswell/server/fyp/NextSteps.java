package dev.upswell.server.fyp;

import dev.upswell.fyp.rule.RuleBook;
import dev.upswell.fyp.rule.RuleProblem;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The rules of a tenant that say what is to be done about a video, in versions: the newest is in force.
public final class NextSteps {

    private static final int LONGEST_NAME = 100;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final RuleRepository rules = new RuleRepository();
    private final EventLogRepository events = new EventLogRepository("fyp");

    public NextSteps(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// A version of the rules.
    ///
    /// @param number 0 for the usual rules, which nobody wrote
    /// @param by null for the usual rules
    /// @param at null for the usual rules
    public record Version(int number, String rules, @Nullable String by, @Nullable Instant at) {
    }

    /// What became of rules that somebody wrote.
    public sealed interface Saved {

        /// They are in force.
        record InForce(Version version) implements Saved {
        }

        /// They cannot be read, and nothing changed.
        record Broken(List<RuleProblem> problems) implements Saved {

            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /// The version in force.
    public Version current() {
        return database.transactions().call(tenant, rules::current)
                .orElseGet(() -> new Version(0, RuleBook.USUAL, null, null));
    }

    /// The rules in force.
    public RuleBook book() {
        return switch (RuleBook.read(current().rules())) {
            case RuleBook.Read.Sound(RuleBook book) -> book;
            case RuleBook.Read.Broken(List<RuleProblem> problems) -> throw new IllegalStateException(
                    "kept rules (" + problems + ") must be readable\nMaybe a newer program wrote them.");
        };
    }

    /// The versions that people wrote, the newest first.
    public List<Version> versions() {
        return database.transactions().call(tenant, rules::list);
    }

    /// Puts rules in force as a new version, unless they are the ones in force.
    ///
    /// @param by as they call themselves
    public Saved save(String text, String by) {
        String plain = text.replace("\r\n", "\n");
        if (RuleBook.read(plain) instanceof RuleBook.Read.Broken(List<RuleProblem> problems)) {
            return new Saved.Broken(problems);
        }
        String stripped = by.strip();
        String name = stripped.isEmpty()
                ? "hand"
                : stripped.substring(0, Math.min(LONGEST_NAME, stripped.length()));
        Version current = current();
        if (current.rules().equals(plain)) {
            return new Saved.InForce(current);
        }
        return new Saved.InForce(database.transactions().call(tenant, db -> {
            Version version = rules.add(db, plain, name, clock.instant());
            events.write(db, EventType.STEPS_CHANGED, Map.of("version", version.number(), "actor", name));
            return version;
        }));
    }
}
