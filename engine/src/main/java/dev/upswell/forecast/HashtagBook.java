package dev.upswell.forecast;

import dev.upswell.content.EntityId;
import dev.upswell.feature.PastReadings;
import dev.upswell.timeline.CounterSeries;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/// The view series of all hashtags, in the order of their names.
///
/// Readings of zero views are left out: they have no growth. The order of the caller's map is remembered as each hashtag's
/// place: it decides between equal probabilities wherever only the first few are looked at.
final class HashtagBook {

    private final List<EntityId> entities;
    private final List<CounterSeries> series;
    private final int[] places;
    private final int[] numbers;

    private HashtagBook(List<EntityId> entities, List<CounterSeries> series, int[] places) {
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
    }

    private static long firstSecond(CounterSeries one) {
        return one.size() == 0 ? Long.MAX_VALUE : one.epochSecondAt(0);
    }

    static HashtagBook of(Map<EntityId, CounterSeries> views) {
        Map<EntityId, Integer> placed = new HashMap<>();
        views.keySet().forEach(id -> placed.put(id, placed.size()));
        List<EntityId> ids = views.keySet().stream().sorted().toList();
        return new HashtagBook(ids, ids.stream().map(id -> withoutZeros(of(views, id))).toList(),
                ids.stream().mapToInt(id -> placed.getOrDefault(id, 0)).toArray());
    }

    private static CounterSeries of(Map<EntityId, CounterSeries> views, EntityId id) {
        return Objects.requireNonNull(views.get(id), "a key of the map has a series");
    }

    private static CounterSeries withoutZeros(CounterSeries readings) {
        int kept = 0;
        long[][] columns = new long[3][readings.size()];
        for (int i = 0; i < readings.size(); i++) {
            if (readings.valueAt(i) > 0) {
                columns[0][kept] = readings.epochSecondAt(i);
                columns[1][kept] = readings.valueAt(i);
                columns[2][kept++] = readings.resolutionAt(i);
            }
        }
        return kept == readings.size()
                ? readings
                : CounterSeries.of(Arrays.copyOf(columns[0], kept), Arrays.copyOf(columns[1], kept),
                        Arrays.copyOf(columns[2], kept));
    }

    int size() {
        return entities.size();
    }

    EntityId entity(int index) {
        return entities.get(index);
    }

    /// Where this hashtag stands in the caller's map.
    int place(int index) {
        return places[index];
    }

    /// The number of this hashtag in training rows: in the order of their first readings, so that a hashtag first seen later
    /// renumbers none of those known before, and with it neither their fingerprint nor which of them are drawn.
    int number(int index) {
        return numbers[index];
    }

    CounterSeries series(int index) {
        return series.get(index);
    }

    /// The last reading at or before this second, unless it is older than 12 hours then.
    OptionalLong level(int index, long epochSecond) {
        return series.get(index).levelAt(Instant.ofEpochSecond(epochSecond), PastReadings.MAX_AGE);
    }

    /// The first reading of any hashtag in epoch seconds; `Long.MAX_VALUE` when there is none.
    long firstSecond() {
        return series.stream().mapToLong(HashtagBook::firstSecond).min().orElse(Long.MAX_VALUE);
    }

    /// The last reading of any hashtag in epoch seconds; `Long.MIN_VALUE` when there is none.
    long lastSecond() {
        return series.stream().filter(one -> one.size() > 0).mapToLong(one -> one.epochSecondAt(one.size() - 1)).max()
                .orElse(Long.MIN_VALUE);
    }
}
