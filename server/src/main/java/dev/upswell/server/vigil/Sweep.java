package dev.upswell.server.vigil;

import dev.upswell.content.EntityId;
import dev.upswell.server.alert.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

/// Goes through what rows say in the order of time and finds where a rule rings.
///
/// At an instant a condition is judged by the last row as of then or earlier, and by no later one: so rows that come afterwards change
/// no earlier ringing. Something is looked at whenever a row of it holds as of then, and the rule rings when all conditions hold and it
/// did not ring of the same within the cool-down, before or after.
///
/// **cost** of the readings that were handed over, once each, and the logarithm of how many there are of a thing.
final class Sweep {

    private final List<Condition> conditions;
    private final Duration coolDown;
    /// By condition, by thing, by instant.
    private final List<Map<EntityId, NavigableMap<Instant, Reading>>> known = new ArrayList<>();
    private final Map<EntityId, TreeSet<Instant>> rung = new HashMap<>();

    Sweep(RuleDraft rule) {
        this.conditions = rule.all();
        this.coolDown = rule.coolDown();
        conditions.forEach(_ -> known.add(new HashMap<>()));
    }

    /// Adds what a row says to the condition at this place.
    void add(int condition, Reading reading) {
        known.get(condition).computeIfAbsent(reading.entity(), _ -> new TreeMap<>()).put(reading.at(), reading);
    }

    /// Adds when the rule rang before.
    void rang(EntityId entity, Instant at) {
        rung.computeIfAbsent(entity, _ -> new TreeSet<>()).add(at);
    }

    /// Where it rings later than the one and no later than the other instant, the earliest first and of one instant by id.
    List<Hit> hits(Instant after, Instant until) {
        List<Hit> hits = new ArrayList<>();
        known.getFirst().keySet().forEach(entity -> hits(entity, after, until, hits));
        hits.sort(Comparator.comparing(Hit::at).thenComparing(Hit::entity));
        return hits;
    }

    private void hits(EntityId entity, Instant after, Instant until, List<Hit> hits) {
        List<NavigableMap<Instant, Reading>> told = known.stream()
                .map(one -> one.getOrDefault(entity, Collections.emptyNavigableMap())).toList();
        if (told.stream().anyMatch(Map::isEmpty)) {
            return;
        }
        TreeSet<Instant> instants = new TreeSet<>();
        told.forEach(one -> instants.addAll(one.subMap(after, false, until, true).keySet()));
        for (Instant at : instants) {
            List<Evidence> rows = rows(told, at);
            if (rows.size() == conditions.size() && isQuiet(entity, at)) {
                rang(entity, at);
                hits.add(new Hit(entity, at, rows));
            }
        }
    }

    /// The rows by which conditions hold then; fewer than conditions where one does not.
    private List<Evidence> rows(List<NavigableMap<Instant, Reading>> told, Instant at) {
        List<Evidence> rows = new ArrayList<>();
        for (int i = 0; i < conditions.size(); i++) {
            Map.Entry<Instant, Reading> last = told.get(i).floorEntry(at);
            if (last == null || !last.getValue().holds()
                    || last.getKey().plus(conditions.get(i).holdsFor()).isBefore(at)) {
                return rows;
            }
            rows.add(last.getValue().row());
        }
        return rows;
    }

    private boolean isQuiet(EntityId entity, Instant at) {
        TreeSet<Instant> before = rung.get(entity);
        if (before == null) {
            return true;
        }
        Instant earlier = before.floor(at);
        Instant later = before.ceiling(at);
        return !at.equals(earlier) && (earlier == null || !at.isBefore(earlier.plus(coolDown)))
                && (later == null || !later.isBefore(at.plus(coolDown)));
    }
}
