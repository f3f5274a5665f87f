package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.feature.Companions;
import dev.upswell.timeline.CounterSeries;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.StepHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// The series of all entities that have the counter of a protocol, in the order of their ids.
///
/// Readings of zero are left out of the target counter: they have no growth. The order of the caller's map is remembered as
/// each entity's place: it decides between equal probabilities wherever only the first few are looked at.
final class EntityBook {

    private final SurgeProtocol protocol;
    private final List<EntitySeries> entities;
    private final List<CounterSeries> series;
    private final int[] places;
    private final int[] numbers;
    private final int[] indices;

    private EntityBook(SurgeProtocol protocol, List<EntitySeries> entities, List<CounterSeries> series, int[] places) {
        this.protocol = protocol;
        this.entities = entities;
        this.series = series;
        this.places = places;
        numbers = new int[series.size()];
        int[] order = IntStream.range(0, series.size()).boxed()
                .sorted(Comparator.comparingLong(i -> firstSecond(series.get(i)))).mapToInt(Integer::intValue)
                .toArray();
        for (int i = 0; i < order.length; i++) {
            numbers[order[i]] = i;
        }
        indices = order;
    }

    private static long firstSecond(CounterSeries one) {
        return one.size() == 0 ? Long.MAX_VALUE : one.epochSecondAt(0);
    }

    /// The book of those of these entities that have the protocol's counter.
    static EntityBook of(Map<EntityId, EntitySeries> all, SurgeProtocol protocol) {
        List<Placed> placed = new ArrayList<>(all.size());
        all.forEach((id, series) -> placed.add(new Placed(id, series, placed.size())));
        List<Placed> sorted = placed.parallelStream().filter(one -> one.series.counter(protocol.counter()).isPresent())
                .sorted(Comparator.comparing(Placed::id)).toList();
        return new EntityBook(protocol, sorted.stream().map(Placed::series).toList(),
                sorted.parallelStream().map(one -> withoutZeros(one.series.counter(protocol.counter()).orElseThrow()))
                        .toList(),
                sorted.stream().mapToInt(Placed::place).toArray());
    }

    private record Placed(EntityId id, EntitySeries series, int place) {
    }

    private static CounterSeries withoutZeros(CounterSeries readings) {
        if (!holdsZero(readings)) {
            return readings;
        }
        int kept = 0;
        long[][] columns = new long[3][readings.size()];
        for (int i = 0; i < readings.size(); i++) {
            if (readings.valueAt(i) > 0) {
                columns[0][kept] = readings.epochSecondAt(i);
                columns[1][kept] = readings.valueAt(i);
                columns[2][kept++] = readings.resolutionAt(i);
            }
        }
        return CounterSeries.of(columns[0], columns[1], columns[2], 0, kept);
    }

    private static boolean holdsZero(CounterSeries readings) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.valueAt(i) <= 0) {
                return true;
            }
        }
        return false;
    }

    SurgeProtocol protocol() {
        return protocol;
    }

    int size() {
        return entities.size();
    }

    EntityId entity(int index) {
        return entities.get(index).entity();
    }

    /// Where this entity stands in the caller's map.
    int place(int index) {
        return places[index];
    }

    /// The number of this entity in training rows: in the order of their first readings, so that an entity first seen later
    /// renumbers none of those known before, and with it neither their fingerprint nor which of them are drawn.
    int number(int index) {
        return numbers[index];
    }

    /// What the counters of the entity with this number in training rows did in the steps before an instant.
    ///
    /// @param step length of a step in seconds
    StepHistory history(int number, long step) {
        return new StepHistory(entities.get(indices[number]), protocol.counter(), step);
    }

    /// The step in seconds that suits how often most target counters had been read by this second.
    long usualStep(long asOf) {
        return StepHistory.usualStep(series, asOf).toSeconds();
    }

    /// The target counter of this entity.
    CounterSeries series(int index) {
        return series.get(index);
    }

    /// What else was known of this entity at the cut.
    Companions companions(int index, Instant cut) {
        return Companions.asOf(entities.get(index), protocol.counter(), cut);
    }

    /// What was known of each entity at the cut, in the order of their ids.
    List<Companions> known(Instant cut) {
        return IntStream.range(0, size()).mapToObj(index -> companions(index, cut)).toList();
    }

    /// The last reading at or before this second, unless it is too old for the protocol then.
    OptionalLong level(int index, long epochSecond) {
        return series.get(index).levelAt(Instant.ofEpochSecond(epochSecond), protocol.maxAge());
    }

    /// Whether this entity is asked about at this cut.
    boolean asked(int index, long cut) {
        OptionalLong level = level(index, cut);
        return level.isPresent() && level.getAsLong() >= protocol.minLevel();
    }

    /// Log growth of an entity over the protocol's horizon from each of these cuts, as far as there is a label: NaN where the
    /// entity is not asked about at a cut, or has no level at its end.
    ///
    /// Goes once along the entity's readings, so that a cut costs no search among them.
    ///
    /// @param cuts ascending
    /// @param into the growths of each cut, by entity
    void growths(int index, long[] cuts, double[][] into) {
        CounterSeries one = series.get(index);
        int now = -1;
        int then = -1;
        for (int i = 0; i < cuts.length; i++) {
            long later = cuts[i] + protocol.horizonSeconds();
            now = one.lastIndexAt(cuts[i], now);
            then = one.lastIndexAt(later, Math.max(now, then));
            boolean labelled = stands(one, now, cuts[i]) && one.valueAt(now) >= protocol.minLevel()
                    && stands(one, then, later);
            into[i][index] = labelled ? growth(one, now, then) : Double.NaN;
        }
    }

    private boolean stands(CounterSeries one, int reading, long second) {
        return reading >= 0 && second - one.epochSecondAt(reading) <= protocol.maxAge().toSeconds();
    }

    /// Log growth over a horizon, from the level at `cut` to the level at `later`; both must be there.
    double growth(int index, long cut, long later) {
        CounterSeries one = series.get(index);
        return growth(one, one.lastIndexAt(cut), one.lastIndexAt(later));
    }

    /// Log growth over a horizon, from one reading to a later one.
    double growth(CounterSeries one, int from, int to) {
        double growth = Math.log(one.valueAt(to)) - Math.log(one.valueAt(from));
        return switch (protocol.outcomes()) {
            case OutcomeRule.AtHorizon exact -> growth;
            case OutcomeRule.NextLook look ->
                growth * protocol.horizonSeconds() / (one.epochSecondAt(to) - one.epochSecondAt(from));
        };
    }

    /// The band in which this entity is compared at a cut: how many of the protocol's age limits it has passed, and one more
    /// when its age is not known; 0 where all are compared with each other.
    int band(int index, long cut) {
        return switch (protocol.outcomes()) {
            case OutcomeRule.AtHorizon exact -> 0;
            case OutcomeRule.NextLook look -> band(look.ageLimits(), entity(index).createdAt(), cut);
        };
    }

    private static int band(List<Duration> limits, Optional<Instant> bornAt, long cut) {
        if (limits.isEmpty()) {
            return 0;
        }
        return bornAt.map(born -> cut - born.getEpochSecond())
                .map(age -> (int) limits.stream().filter(limit -> age >= limit.toSeconds()).count())
                .orElse(limits.size() + 1);
    }

    /// The first reading of any entity in epoch seconds; `Long.MAX_VALUE` when there is none.
    long firstSecond() {
        return series.stream().mapToLong(EntityBook::firstSecond).min().orElse(Long.MAX_VALUE);
    }

    /// The last reading of any entity in epoch seconds; `Long.MIN_VALUE` when there is none.
    long lastSecond() {
        return series.stream().filter(one -> one.size() > 0).mapToLong(one -> one.epochSecondAt(one.size() - 1)).max()
                .orElse(Long.MIN_VALUE);
    }
}
