package dev.upswell.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.timeline.EntitySeries;
import dev.upswell.timeline.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What sounds, videos and creators have beside what hashtags have.
class KindMetricsTest {

    private static final Instant START = Instant.parse("2025-05-01T00:00:00Z");
    private static final EntityId CREATOR = EntityId.creator("ann");

    private final List<Observation> readings = new ArrayList<>();

    @Test
    void creatorGrowsInFollowersAndLikesOverADay() {
        for (int hour = 0; hour <= 24; hour++) {
            creator(hour, 1_000 + 10 * hour, 5_000 + 50 * hour, 40);
        }

        MetricRow day = last(Window.DAY);
        assertThat(day.value(Metric.FOLLOWERS)).hasValue(1_240);
        assertThat(day.value(Metric.FOLLOWERS_GAINED)).hasValue(240);
        assertThat(day.value(Metric.LIKES_GAINED)).hasValue(1_200);
        assertThat(day.value(Metric.LOG_FOLLOWER_GROWTH_24H).orElseThrow()).isCloseTo(Math.log(1.24), within(1e-12));
        assertThat(day.value(Metric.LOG_LIKE_GROWTH_24H).orElseThrow()).isCloseTo(Math.log(1.24), within(1e-12));
    }

    @Test
    void creatorWhoPostsEveryTwelveHoursHasThatCadence() {
        for (int hour = 0; hour <= 7 * 24; hour++) {
            creator(hour, 1_000, 5_000, 40 + hour / 12);
        }

        assertThat(last(Window.DAY).value(Metric.POSTING_CADENCE_HOURS)).hasValue(12);
    }

    @Test
    void postingCadenceCountsOnlyTheTimeThatReadingsBack() {
        for (int hour = 0; hour <= 4 * 24; hour++) {
            creator(hour, 1_000, 5_000, 40 + hour / 12);
        }

        assertThat(last(Window.DAY).value(Metric.POSTING_CADENCE_HOURS)).hasValue(96.0 / 8);
        assertThat(at(Window.DAY, 3 * 24).absence(Metric.POSTING_CADENCE_HOURS)).hasValue(Absence.HISTORY_TOO_SHORT);
    }

    @Test
    void creatorWhoDidNotPostHasNoCadenceAndNotAnInfiniteOne() {
        for (int hour = 0; hour <= 7 * 24; hour++) {
            creator(hour, 1_000, 5_000, 40);
        }

        assertThat(last(Window.DAY).absence(Metric.POSTING_CADENCE_HOURS)).hasValue(Absence.NO_POSTS);
    }

    @Test
    void laterReadingsChangeNoMetricOfACreator() {
        for (int hour = 0; hour <= 3 * 24; hour++) {
            creator(hour, 1_000 + hour, 5_000 + hour * hour, 40 + hour / 6);
        }
        MetricRow before = at(Window.DAY, 2 * 24);
        readings.removeIf(reading -> reading.observedAt().isAfter(START.plus(Duration.ofHours(2 * 24))));
        creator(2 * 24 + 1, 900_000, 9_000_000, 900);

        assertThat(at(Window.DAY, 2 * 24)).isEqualTo(before);
    }

    @Test
    void metricThatAKindCannotHaveSaysSo() {
        for (int hour = 0; hour <= 24; hour++) {
            creator(hour, 1_000, 5_000, 40);
        }
        MetricRow creator = last(Window.DAY);
        MetricRow video = video(hour -> 100L * hour).getLast();

        assertThat(creator.absence(Metric.NEW_VIDEOS)).hasValue(Absence.NOT_FOR_THIS_KIND);
        assertThat(creator.absence(Metric.NOVELTY_INDEX)).hasValue(Absence.NOT_FOR_THIS_KIND);
        assertThat(creator.absence(Metric.VIEWS_GAINED)).hasValue(Absence.COUNTER_NOT_GIVEN);
        assertThat(video.absence(Metric.CREATOR_DISPERSION)).hasValue(Absence.NOT_FOR_THIS_KIND);
        assertThat(video.absence(Metric.POSTS_GAINED)).hasValue(Absence.NOT_FOR_THIS_KIND);
        assertThat(video.absence(Metric.FOLLOWERS)).hasValue(Absence.NOT_FOR_THIS_KIND);
    }

    @Test
    void videoHasVelocityOverQuarterHourHourAndDay() {
        List<MetricRow> rows = video(quarter -> 60L * quarter);

        assertThat(rows.stream().filter(row -> row.end().equals(START.plus(Duration.ofHours(24)))))
                .extracting(row -> row.value(Metric.VIEW_VELOCITY).orElseThrow()).containsExactly(4.0, 4.0, 4.0);
    }

    @Test
    void videoThatGainsMoreInHalfOfItsLast24HoursPersistsByHalf() {
        List<MetricRow> hours = video(quarter -> 100L * quarter + (quarter / 4 % 2 == 0 ? quarter % 4 * 10L : 40))
                .stream().filter(row -> row.window() == Window.HOUR).toList();

        MetricRow row = hours.getLast();
        List<Double> gained = hours.subList(0, hours.indexOf(row) + 1).stream()
                .map(each -> each.value(Metric.VIEWS_GAINED).orElseThrow()).sorted().toList();
        double median = (gained.get((gained.size() - 1) / 2) + gained.get(gained.size() / 2)) / 2;
        long above = hours.subList(hours.size() - 24, hours.size()).stream()
                .filter(each -> each.value(Metric.VIEWS_GAINED).orElseThrow() > median).count();
        assertThat(above).isBetween(1L, 23L);
        assertThat(row.value(Metric.PERSISTENCE)).hasValue(above / 24.0);
    }

    @Test
    void soundGainsPostsAsAHashtagDoes() {
        EntityId sound = EntityId.sound("s1");
        for (int hour = 0; hour <= 24; hour++) {
            readings.add(reading(sound, hour * 60, counts(null, null, 100L + hour, null)));
        }
        MetricRow row = rows(WatchedEntity.of(sound, List.of(EntitySeries.of(sound, "api", readings)))).stream()
                .filter(each -> each.window() == Window.DAY && each.end().equals(START.plus(Duration.ofHours(24))))
                .findFirst().orElseThrow();

        assertThat(row.backing().basis()).isEqualTo(Basis.POSTS);
        assertThat(row.value(Metric.POSTS_GAINED)).hasValue(24);
        assertThat(row.absence(Metric.UNIQUE_CREATORS)).hasValue(Absence.NO_CARRYING_VIDEOS);
        assertThat(row.absence(Metric.LIKES_GAINED)).hasValue(Absence.NOT_FOR_THIS_KIND);
    }

    private interface Views {

        long atQuarter(int quarter);
    }

    private static List<MetricRow> video(Views views) {
        EntityId id = EntityId.video("v1");
        List<Observation> readings = new ArrayList<>();
        for (int quarter = 1; quarter <= 96; quarter++) {
            readings.add(reading(id, quarter * 15, counts(views.atQuarter(quarter), 1L * quarter, null, null)));
        }
        return rows(WatchedEntity.of(new Video(id, null, null, List.of(), START, null, null),
                List.of(EntitySeries.of(id, "api", readings)))).stream()
                .filter(row -> !row.end().isAfter(START.plus(Duration.ofHours(24)))).toList();
    }

    private void creator(int hour, long followers, long likes, long posts) {
        readings.add(reading(CREATOR, hour * 60, counts(null, likes, posts, followers)));
    }

    private static Counts counts(@Nullable Long views, @Nullable Long likes, @Nullable Long posts,
            @Nullable Long followers) {
        return new Counts(exact(views), exact(likes), null, null, null, exact(posts), exact(followers));
    }

    private static @Nullable Count exact(@Nullable Long value) {
        return value == null ? null : new Count(value, 1);
    }

    private static Observation reading(EntityId id, int minutes, Counts counts) {
        return new Observation(id, "api", START.plus(Duration.ofMinutes(minutes)), counts);
    }

    private MetricRow last(Window window) {
        Instant end = readings.getLast().observedAt();
        return creatorRows().stream().filter(row -> row.window() == window && row.end().equals(end)).findFirst()
                .orElseThrow();
    }

    private MetricRow at(Window window, int hour) {
        return creatorRows().stream()
                .filter(row -> row.window() == window && row.end().equals(START.plus(Duration.ofHours(hour))))
                .findFirst()
                .orElseThrow();
    }

    private List<MetricRow> creatorRows() {
        return rows(WatchedEntity.of(CREATOR, List.of(EntitySeries.of(CREATOR, "api", readings))));
    }

    private static List<MetricRow> rows(WatchedEntity entity) {
        List<MetricRow> rows = new ArrayList<>();
        WindowsOf.entity(entity, EngagementPrior.NONE).between(Instant.EPOCH, Instant.MAX.minusSeconds(86_400),
                row -> rows.add(row.kept()));
        return rows;
    }
}
