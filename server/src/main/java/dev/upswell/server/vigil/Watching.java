package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.alert.Evidence;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.trend.TrendTable;
import dev.upswell.server.vigil.Condition.Flag;
import dev.upswell.server.vigil.Condition.OfFlag;
import dev.upswell.server.vigil.Condition.OfMetric;
import dev.upswell.server.vigil.Condition.OfProbability;
import dev.upswell.server.vigil.Condition.OfScore;
import dev.upswell.server.vigil.Condition.OfTheme;
import dev.upswell.trend.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Brings what is stored before the conditions of a rule: the same way for what just came and for what would have rung earlier.
final class Watching {

    /// How far apart the instants lie at which it is asked what emerges.
    static final Duration EMERGENCE_EVERY = Duration.ofHours(6);

    private final VigilParts parts;

    Watching(VigilParts parts) {
        this.parts = parts;
    }

    /// What was emerging at each sixth hour that the rule may ask of, by the table of trends as of then; nothing where it does not ask.
    ///
    /// Asked before the transaction in which the rule is held, for the table takes connections of its own.
    List<Reading> emerging(RuleDraft rule, Instant after, Instant until) {
        List<Reading> emerging = new ArrayList<>();
        rule.all().stream().filter(condition -> condition instanceof OfFlag(Flag flag) && flag == Flag.EMERGING)
                .map(Condition::holdsFor).max(Comparator.naturalOrder())
                .ifPresent(holds -> emerging(rule.kind(), after.minus(holds), until, emerging::add));
        return emerging;
    }

    /// Everything that rows as of no later than `until` tell the rule of instants later than `after`.
    ///
    /// @param emerging as [#emerging] told it of the same time
    Sweep sweep(JdbcClient db, RuleDraft rule, Instant after, Instant until, List<Reading> emerging) {
        Sweep sweep = new Sweep(rule);
        try (LakeSession session = parts.database().lake().open(parts.tenant())) {
            var metrics = new MetricReadingRepository(session, db, rule.kind());
            var judged = new JudgedRepository(db, rule.kind());
            Predicate<EntityId> within = within(rule, metrics, judged);
            List<Condition> all = rule.all();
            for (int i = 0; i < all.size(); i++) {
                int place = i;
                Consumer<Reading> sink = reading -> {
                    if (within.test(reading.entity())) {
                        sweep.add(place, reading);
                    }
                };
                read(all.get(i), new Span(after.minus(all.get(i).holdsFor()), until, all.size() == 1), sink,
                        new Sources(metrics, judged, emerging));
            }
        }
        return sweep;
    }

    /// @param alone whether nothing else has to hold with it
    private record Span(Instant from, Instant to, boolean alone) {
    }

    private record Sources(MetricReadingRepository metrics, JudgedRepository judged, List<Reading> emerging) {
    }

    private static void read(Condition condition, Span span, Consumer<Reading> sink, Sources sources) {
        switch (condition) {
            case OfMetric metric -> sources.metrics().each(metric, span.from(), span.to(), span.alone(), sink);
            case OfProbability probability -> sources.judged().each(probability, span.from(), span.to(), sink);
            case OfScore score -> sources.judged().each(score, span.from(), span.to(), sink);
            case OfTheme theme -> sources.judged().each(theme, span.to(), sink);
            case OfFlag(Flag flag) -> {
                switch (flag) {
                    case NEW -> sources.metrics().eachNew(span.from(), span.to(), sink);
                    case ALARM -> sources.judged().eachAlarm(span.from(), span.to(), sink);
                    case EMERGING -> sources.emerging().stream()
                            .filter(one -> !one.at().isBefore(span.from())).forEach(sink);
                }
            }
        }
    }

    private void emerging(EntityKind kind, Instant from, Instant until, Consumer<Reading> sink) {
        long step = EMERGENCE_EVERY.toSeconds();
        long first = Math.ceilDiv(from.getEpochSecond(), step) * step;
        for (long second = first; second <= until.getEpochSecond(); second += step) {
            Instant at = Instant.ofEpochSecond(second);
            TrendTable table = parts.trends().trends(parts.tenant(), kind, at);
            if (at.equals(table.at())) {
                table.lines().stream().filter(TrendTable.Line::isEmerging).map(line -> line.ranked().row().entity())
                        .forEach(entity -> sink.accept(new Reading(entity, true, new Evidence("flag", "emerging", "is",
                                null, null, at, MetricReadingRepository.link(entity, Window.DAY, at)))));
            }
        }
    }

    private static Predicate<EntityId> within(RuleDraft rule, MetricReadingRepository metrics,
            JudgedRepository judged) {
        Scope scope = rule.scope();
        return switch (scope.kind()) {
            case ALL -> _ -> true;
            case HASHTAG -> among(carrying(rule.kind(), Set.of(scope.name()), metrics));
            case CLIENT -> among(carrying(rule.kind(), judged.hashtags(scope.name()), metrics));
            case WATCHED -> among(watched(rule.kind(), metrics, judged));
        };
    }

    private static Set<String> carrying(EntityKind kind, Set<String> hashtags, MetricReadingRepository metrics) {
        return kind == EntityKind.HASHTAG || hashtags.isEmpty() ? hashtags : metrics.carrying(hashtags);
    }

    private static Set<String> watched(EntityKind kind, MetricReadingRepository metrics, JudgedRepository judged) {
        Set<String> all = new HashSet<>(judged.watched(kind));
        if (kind == EntityKind.VIDEO) {
            all.addAll(carrying(kind, judged.watched(EntityKind.HASHTAG), metrics));
            Set<String> creators = judged.watched(EntityKind.CREATOR);
            all.addAll(creators.isEmpty() ? Set.of() : metrics.by(creators));
        }
        return all;
    }

    private static Predicate<EntityId> among(Set<String> ids) {
        return entity -> ids.contains(entity.value());
    }
}
