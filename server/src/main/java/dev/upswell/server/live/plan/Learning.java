package dev.upswell.server.live.plan;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.poll.Volatility;
import dev.upswell.server.live.Subject;
import dev.upswell.server.live.Watch;
import dev.upswell.server.live.WatchPlans.Signals;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.trend.Expectations;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Learns what is known of watched subjects: how they move, whether they may surge, what momentum they have.
final class Learning {

    /// Steps from which on a rate counts when what is usual is asked.
    private static final int TRUSTED_STEPS = 8;
    private static final int JUDGED_DAYS = 1;
    /// A sure surge counts ten times a subject of which nothing is foretold; the highest momentum twice.
    private static final double SURGE = 9;
    private static final double MOMENTUM = 1;

    private final PlanParts parts;

    Learning(PlanParts parts) {
        this.parts = parts;
    }

    /// What is known of each of these watches of one source.
    ///
    /// @param visited whether any was ever visited; while none was, nobody need look
    Map<UUID, Signals> signals(String source, List<Watch> watches, boolean visited, Instant now) {
        Set<EntityId> entities = watches.stream().flatMap(watch -> entity(watch.subject()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        Map<EntityId, Double> probabilities = visited ? probabilities(entities, now) : Map.of();
        Map<EntityId, List<Volatility.Reading>> readings = new HashMap<>();
        Map<EntityId, Double> momentum = new HashMap<>();
        if (visited && !entities.isEmpty()) {
            try (LakeSession lake = parts.database().lake().open(parts.tenant())) {
                SignalRepository found = new SignalRepository(lake, entities, List.of(source, "sim-" + source), now);
                readings.putAll(found.readings());
                momentum.putAll(found.momentum());
            }
        }
        double usual = usual(readings.values());
        Map<UUID, Signals> signals = new HashMap<>();
        for (Watch watch : watches) {
            EntityId entity = entity(watch.subject()).orElse(null);
            Volatility learnt = entity == null
                    ? Volatility.unknown(usual)
                    : Volatility.of(readings.getOrDefault(entity, List.of()), usual);
            signals.put(watch.id(), signals(watch, learnt, entity == null ? null : probabilities.get(entity),
                    entity == null ? null : momentum.get(entity)));
        }
        return signals;
    }

    private static Signals signals(Watch watch, Volatility learnt, @Nullable Double probability,
            @Nullable Double momentum) {
        double heat = 1 + (probability == null ? 0 : SURGE * probability)
                + (momentum == null ? 0 : MOMENTUM * momentum);
        Volatility expected = probability == null ? learnt : learnt.foretold(probability);
        return new Signals(watch.priority().weight() * watch.kind().weight() * heat, expected.perHour(),
                learnt.steps(), probability, momentum);
    }

    /// The median of the rates that are learnt from enough steps.
    private static double usual(Collection<List<Volatility.Reading>> all) {
        double[] learnt = all.stream().map(readings -> Volatility.of(readings, Volatility.USUAL))
                .filter(one -> one.steps() >= TRUSTED_STEPS).mapToDouble(Volatility::perHour).sorted().toArray();
        return learnt.length == 0 ? Volatility.USUAL : learnt[learnt.length / 2];
    }

    private Map<EntityId, Double> probabilities(Set<EntityId> entities, Instant now) {
        Instant from = now.minus(Expectations.LONGEST_AGE);
        Set<EntityKind> kinds = entities.stream().map(EntityId::kind).collect(Collectors.toSet());
        return parts.call(db -> kinds.stream()
                .flatMap(kind -> parts.expectations().facts(db, kind, from, now, JUDGED_DAYS).expected().entrySet()
                        .stream())
                .filter(one -> entities.contains(one.getKey())).collect(Collectors.toMap(Map.Entry::getKey,
                        one -> one.getValue().probability())));
    }

    /// The entity that a subject is; empty for words, ads and orders.
    static Optional<EntityId> entity(Subject subject) {
        return switch (subject.feed()) {
            case HASHTAG -> Optional.of(EntityId.hashtag(subject.target()));
            case CREATOR -> Optional.of(EntityId.creator(subject.target()));
            case SOUND -> Optional.of(EntityId.sound(subject.target()));
            case VIDEO -> Optional.of(EntityId.video(subject.target()));
            case KEYWORD, ADS, RESULTS, ORDERS -> Optional.empty();
        };
    }
}
