package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Alert;
import dev.upswell.server.alert.AlertRepository;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The rules by which the people of one tenant are alerted.
///
/// A rule is looked at in one transaction with the alerts that it raises: whoever is killed in it raised none, and looks again. What was
/// looked at before is looked at again for a day, because rows come late; what rang rings no second time, for the alert is there.
public final class AlertRules {

    /// The most that a tenant has.
    static final int MOST = 100;
    /// The most that a rule rings at one look; what is more rings at the next.
    static final int MOST_AT_ONCE = 100;
    /// How late rows may come and still ring.
    static final Duration LATE = Duration.ofDays(1);
    /// How much is looked at beforehand.
    static final Duration FORTNIGHT = Duration.ofDays(14);

    private static final int EXAMPLES = 5;
    private static final Logger LOG = LoggerFactory.getLogger(AlertRules.class);

    private final VigilParts parts;
    private final Watching watching;
    private final RuleRepository rules = new RuleRepository();
    private final AlertRepository alerts = new AlertRepository();
    private final EventLogRepository events = new EventLogRepository("vigil");

    /// The rules over these parts.
    public AlertRules(VigilParts parts) {
        this.parts = parts;
        this.watching = new Watching(parts);
    }

    /// All, by name.
    public List<AlertRule> list() {
        return parts.call(rules::list);
    }

    /// The rule that somebody means by its id, its name or the unambiguous beginning of its id.
    ///
    /// **errors** [VigilRefused] when there is none, or more than one.
    public AlertRule get(String meant) {
        List<AlertRule> matching = meant.isBlank()
                ? List.of()
                : list().stream().filter(one -> one.id().toString().startsWith(meant)
                        || one.asks().name().equalsIgnoreCase(meant.strip())).toList();
        if (matching.size() != 1) {
            throw VigilRefused.unknown(matching.size() > 1 ? meant + "… (several begin so)" : meant);
        }
        return matching.getFirst();
    }

    /// Makes a rule, which rings of what is as of later than all that is computed now.
    ///
    /// @param by who makes it
    ///
    /// **errors** [VigilRefused] when there is one of this name, or there are too many.
    public AlertRule make(RuleDraft asks, String by) {
        return parts.call(db -> {
            rules.holdAll(db);
            if (rules.count(db) >= MOST) {
                throw VigilRefused.full(MOST);
            }
            requireNew(db, asks, null);
            UUID id = rules.add(db, asks, start(db, asks.kind()), by, parts.now());
            return told(db, id, "made", by);
        });
    }

    /// Lets a rule ask something else; it rings of what is as of later than all that is computed now.
    ///
    /// **errors** [VigilRefused] as of [#make], and when the rule is gone.
    public AlertRule change(AlertRule rule, RuleDraft asks, String by) {
        return parts.call(db -> {
            rules.holdAll(db);
            held(db, rule);
            requireNew(db, asks, rule.id());
            rules.change(db, rule.id(), asks, start(db, asks.kind()), by, parts.now());
            return told(db, rule.id(), "changed", by);
        });
    }

    /// Lets a rule rest, or ring again; of what came while it rested it does not ring.
    ///
    /// **errors** [VigilRefused] when the rule is gone.
    public AlertRule pause(AlertRule rule, boolean paused, String by) {
        return parts.call(db -> {
            AlertRule held = held(db, rule);
            if (held.paused() == paused) {
                return held;
            }
            rules.pause(db, rule.id(), paused, start(db, held.asks().kind()), by, parts.now());
            return told(db, rule.id(), paused ? "paused" : "resumed", by);
        });
    }

    /// Removes a rule; what it rang of stays in the list.
    ///
    /// **errors** [VigilRefused] when the rule is gone.
    public void remove(AlertRule rule, String by) {
        parts.run(db -> {
            held(db, rule);
            told(db, rule.id(), "removed", by);
            rules.remove(db, rule.id());
        });
    }

    private AlertRule held(JdbcClient db, AlertRule rule) {
        return rules.hold(db, rule.id()).orElseThrow(() -> VigilRefused.unknown(rule.asks().name()));
    }

    private void requireNew(JdbcClient db, RuleDraft asks, @Nullable UUID but) {
        if (rules.isNamed(db, asks.name(), but)) {
            throw VigilRefused.named(asks.name());
        }
    }

    private AlertRule told(JdbcClient db, UUID id, String what, String by) {
        AlertRule rule = rules.find(db, id).orElseThrow();
        events.write(db, EventType.ALERT_RULE_CHANGED, Map.of("rule", rule.asks().name(), "what", what, "actor", by));
        return rule;
    }

    private static Instant start(JdbcClient db, EntityKind kind) {
        return new JudgedRepository(db, kind).newest().orElse(Instant.EPOCH);
    }

    /// What a rule would have rung of in the last fortnight of what is stored: at each instant by what is as of then or earlier, as it does
    /// when it is one.
    ///
    /// **cost** a second or so for a fortnight of hourly rows of thousands of things; more where it asks what emerges.
    /// **errors** [VigilRefused] where too many rows would have to be looked at.
    public Preview preview(RuleDraft asks) {
        Instant until = newest(asks.kind());
        if (until == null) {
            return new Preview(null, null, 0, 0, List.of());
        }
        Instant from = until.minus(FORTNIGHT);
        List<Reading> emerging = watching.emerging(asks, from, until);
        return parts.call(db -> {
            var judged = new JudgedRepository(db, asks.kind());
            List<Hit> hits = watching.sweep(db, asks, from, until, emerging).hits(from, until);
            List<Hit> last = hits.subList(Math.max(0, hits.size() - EXAMPLES), hits.size()).reversed();
            Map<EntityId, String> names = judged.names(last.stream().map(Hit::entity).toList());
            return new Preview(from, until, hits.size(), (int) hits.stream().map(Hit::entity).distinct().count(),
                    last.stream().map(hit -> new Preview.Example(called(names, hit.entity()), hit)).toList());
        });
    }

    private @Nullable Instant newest(EntityKind kind) {
        return parts.call(db -> new JudgedRepository(db, kind).newest()).orElse(null);
    }

    /// Whether anything was computed that a rule has not looked at.
    public boolean isWaiting() {
        return parts.call(db -> rules.told(db).filter(told -> !rules.due(db, told).isEmpty()).isPresent());
    }

    /// What a look came to.
    ///
    /// @param rules how many were looked at
    /// @param alerts how many were raised
    public record Look(int rules, int alerts) {
    }

    /// Looks at what was computed since the last time, rule by rule, and raises alerts. It may be cut off at any instant and done again, and
    /// several may do it at once.
    public Look look() {
        Instant told = parts.call(rules::told).orElse(null);
        if (told == null) {
            return new Look(0, 0);
        }
        int looked = 0;
        int raised = 0;
        for (UUID id : parts.call(db -> rules.due(db, told))) {
            if (Thread.currentThread().isInterrupted()) {
                break;
            }
            try {
                raised += look(id, told);
                looked++;
            } catch (StoreException e) {
                LOG.warn("an alert rule was not looked at; the others are, and it is at the next time", e);
            }
        }
        return new Look(looked, raised);
    }

    private int look(UUID id, Instant told) {
        AlertRule before = parts.call(db -> rules.find(db, id)).filter(rule -> !rule.paused()).orElse(null);
        Instant until = before == null ? null : newest(before.asks().kind());
        if (before == null || until == null) {
            return 0;
        }
        List<Reading> emerging = watching.emerging(before.asks(), before.since(), until);
        return parts.call(db -> rules.hold(db, id).filter(before::equals)
                .filter(rule -> rules.due(db, told).contains(id))
                .map(rule -> look(db, rule, new Span(told, until), emerging)).orElse(0));
    }

    /// Until when there is something to look at, and up to which event of the log it was told.
    private record Span(Instant told, Instant until) {
    }

    private int look(JdbcClient db, AlertRule rule, Span span, List<Reading> emerging) {
        Instant told = span.told();
        Instant until = span.until();
        UUID id = rule.id();
        List<Hit> hits;
        try {
            Sweep sweep = watching.sweep(db, rule.asks(), rule.since(), until, emerging);
            rules.rang(db, id, rule.since().minus(rule.asks().coolDown()))
                    .forEach(rang -> sweep.rang(rang.entity(), rang.at()));
            hits = sweep.hits(rule.since(), until);
        } catch (VigilRefused tooMuch) {
            // What came meanwhile is let go, so that it rings of what comes.
            LOG.warn("alert rule {} was not looked at: {}", rule.asks().name(), tooMuch.what());
            rules.looked(db, id, told, later(rule.since(), until.minus(LATE)));
            return 0;
        }
        if (hits.size() > MOST_AT_ONCE) {
            LOG.info("alert rule {} rings of {} things at once: {} wait", rule.asks().name(), hits.size(),
                    hits.size() - MOST_AT_ONCE);
            ring(db, rule, hits.subList(0, MOST_AT_ONCE));
            return MOST_AT_ONCE;
        }
        ring(db, rule, hits);
        rules.looked(db, id, told, later(rule.since(), until.minus(LATE)));
        return hits.size();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void ring(JdbcClient db, AlertRule rule, List<Hit> hits) {
        Map<EntityId, String> names = new JudgedRepository(db, rule.asks().kind())
                .names(hits.stream().map(Hit::entity).toList());
        for (Hit hit : hits) {
            alerts.ring(db, new Alert.Ringing(rule.id(), rule.asks().severity(),
                    rule.asks().name() + ": " + called(names, hit.entity()), hit.entity(), hit.at(), hit.rows()));
        }
    }

    private static String called(Map<EntityId, String> names, EntityId entity) {
        String name = names.getOrDefault(entity, entity.value());
        return switch (entity.kind()) {
            case HASHTAG -> "#" + name;
            case CREATOR -> "@" + name;
            case SOUND, VIDEO -> name;
        };
    }
}
