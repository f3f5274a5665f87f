package dev.upswell.server.trend.page;

import dev.upswell.server.trend.Expected;
import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.server.trend.Expected;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Outlook;
import dev.upswell.server.web.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A small made-up world that shows every state of the trend pages.
public final class SampleTrendPages implements TrendPages {

    /// The instant at which the sample world stands.
    public static final Instant NOW = Instant.parse("2026-01-14T14:00:00Z");

    private static final Map<EntityKind, Long> WATCHED = Map.of(EntityKind.HASHTAG, 412L, EntityKind.SOUND, 38L,
            EntityKind.VIDEO, 2_310L);

    private final List<Sample> samples = List.of(
            new Sample("glasshair", 184_213, 2.12, 0.81, 0.74, 0.61, 0.84, Shape.RISING, 41, 0.12, Flag.EMERGING),
            new Sample("cottagecorekitchen", 96_040, 1.48, 0.72, 0.58, 0.44, 0.70, Shape.RISING, 23, 0.19,
                    Flag.EMERGING, Flag.NEW),
            new Sample("protein", 2_412_900, 0.06, 0.44, 0.12, 0.08, 0.17, Shape.STEADY, 380, 0.03),
            new Sample("fyp4sale", 1_104_000, 6.3, 0.66, 0.31, 0.15, 0.52, Shape.SPIKE, 6, 0.83, Flag.POSSIBLE_BOOST),
            new Sample("booktok2025", 780_300, 0.02, 0.38, 0.06, 0.04, 0.09, Shape.STEADY, 190, 0.05),
            new Sample("bakingforbeginnersandfriends", 45_120, -0.24, 0.21, 0.03, 0.02, 0.05, Shape.GAPPY, 12, 0.31,
                    Flag.PROVISIONAL),
            new Sample("icedmatcha", 310_500, -0.41, 0.17, 0.02, 0.01, 0.03, Shape.FALLING, 88, 0.09, Flag.FADING));

    private enum Shape {
        RISING,
        STEADY,
        SPIKE,
        GAPPY,
        FALLING
    }

    private record Sample(String name, double gained, double growth, double momentum, double chance, double low,
            double high, Shape shape, double creators, double topShare, Flag... flags) {

        Subject subject() {
            return new Subject(EntityId.hashtag(name), name, List.of(flags));
        }
    }

    @Override
    public TrendsView trends(TrendsFilter filter) {
        boolean scored = filter.kind() == EntityKind.HASHTAG;
        List<TrendRow> rows = new ArrayList<>();
        if (scored || filter.kind() == EntityKind.SOUND) {
            for (Sample sample : samples) {
                boolean named = filter.text() == null || sample.name().contains(filter.text());
                boolean wanted = !filter.emergingOnly() || sample.subject().is(Flag.EMERGING);
                if (named && wanted && rows.size() < filter.top()) {
                    rows.add(row(rows.size() + 1, sample, filter, scored));
                }
            }
        }
        List<Notice> notices = new ArrayList<>();
        if (!scored) {
            notices.add(new Notice.NoForecast());
        }
        if (filter.kind() == EntityKind.SOUND) {
            notices.add(new Notice.Stale(NOW.minus(Duration.ofHours(19))));
        }
        notices.add(new Notice.Partial(9, WATCHED.getOrDefault(filter.kind(), 0L)));
        if (filter.kind() == EntityKind.CREATOR) {
            notices.clear();
        }
        return new TrendsView(freshness(filter.at()), WATCHED,
                scored ? expectation(filter.at() == null ? NOW : filter.at()) : null, rows, notices);
    }

    private static Expectation expectation(Instant at) {
        return new Expectation(2, 0.5, new Expectation.Horizon(at, 24), List.of(),
                new TrackRecord(30, new TrackRecord.Surges(44, 31, 7.5),
                        new TrackRecord.Calls(28, 19, 0.66, 11), new TrackRecord.Comparison(0.58, 0.34, 0.05)));
    }

    private static Freshness freshness(@Nullable Instant at) {
        return new Freshness(at == null ? NOW : at, NOW, at != null);
    }

    private static TrendRow row(int rank, Sample sample, TrendsFilter filter, boolean scored) {
        Subject subject = scored
                ? sample.subject()
                : new Subject(EntityId.sound("70" + sample.name().hashCode()), "original sound – " + sample.name(),
                        List.of(sample.flags()));
        List<Point> level = level(sample, filter.days());
        return new TrendRow(rank, subject, day(sample, NOW),
                subject.is(Flag.POSSIBLE_BOOST) ? new TrendRow.Boost(140_000, true, null) : null,
                new TrendRow.Trace(level, scored ? outlook(sample, level) : null),
                scored ? chance(sample) : null,
                scored
                        ? List.of(new Expected.Reason("growth_24h", Math.log(1.8), 0.9),
                                new Expected.Reason("hours_since_step", 4.0, -0.3))
                        : List.of());
    }

    /// A gappy one was scored by a model that could not be calibrated.
    private static Chance chance(Sample sample) {
        return sample.shape() == Shape.GAPPY
                ? new Chance(sample.chance(), null, null)
                : new Chance(sample.chance(), sample.low(), sample.high());
    }

    private static Outlook outlook(Sample sample, List<Point> level) {
        Double last = level.getLast().value();
        double now = last == null ? 1 : last;
        double gain = sample.gained();
        return new Outlook(NOW.plus(Duration.ofHours(24)), now + gain * 0.6, now + gain * 1.2, now + gain * 2.2);
    }

    private static List<Point> level(Sample sample, int days) {
        double base = sample.gained() * 6;
        int hours = days * 24;
        double level = base;
        List<Point> points = new ArrayList<>(hours);
        for (int hour = 0; hour <= hours; hour++) {
            double share = (double) hour / hours;
            double wave = 1 + 0.35 * Math.sin(hour / 24.0 * 2 * Math.PI);
            level += sample.gained() / 24 * wave * pace(sample.shape(), share);
            boolean gap = sample.shape() == Shape.GAPPY && share > 0.4 && share < 0.55;
            points.add(new Point(NOW.minus(Duration.ofHours(hours - hour)), gap ? null : level));
        }
        return points;
    }

    private static double pace(Shape shape, double share) {
        return switch (shape) {
            case RISING -> 0.05 + Math.pow(share, 4);
            case STEADY -> 0.9;
            case SPIKE -> Math.exp(-Math.pow((share - 0.55) / 0.06, 2));
            case GAPPY -> 0.7;
            case FALLING -> 1.8 * Math.pow(1 - share, 2);
        };
    }

    private static MetricRow day(Sample sample, Instant end) {
        Map<Metric, Double> values = new EnumMap<>(Metric.class);
        values.put(Metric.VIEWS_GAINED, sample.gained());
        values.put(Metric.VIEW_GROWTH, sample.growth());
        values.put(Metric.VIEW_VELOCITY, sample.gained() / 1_440);
        values.put(Metric.MOMENTUM, sample.momentum());
        values.put(Metric.UNIQUE_CREATORS, sample.creators());
        values.put(Metric.TOP_CREATOR_SHARE, sample.topShare());
        values.put(Metric.NOVELTY_INDEX, Math.round(sample.momentum() * 80) / 100.0);
        values.put(Metric.ENGAGEMENT_RATE, 0.084);
        values.put(Metric.LIKE_RATE, 0.071);
        values.put(Metric.PERSISTENCE, 0.71);
        if (sample.shape() == Shape.FALLING) {
            values.put(Metric.HALF_LIFE_HOURS, 19.0);
        }
        return new MetricRow(new MetricRow.Window("24h", end.minus(Duration.ofHours(24)), end), 0.97,
                end.isAfter(NOW.minus(Duration.ofHours(3))), values,
                Map.of(Metric.ACCELERATION, "previous_velocity_near_zero"));
    }

    @Override
    public Optional<EntityView> entity(EntityId id, EntityFilter filter) {
        return sample(id).map(sample -> view(sample, filter));
    }

    private static EntityView view(Sample sample, EntityFilter filter) {
        List<Point> level = level(sample, filter.days());
        Duration window = Duration.ofHours(filter.days() == 7 ? 1 : 24);
        var series = new EntityView.Series(level, gains(level, window), window, outlook(sample, level));
        return new EntityView(sample.subject(), freshness(filter.at()), series, forecast(sample),
                List.of(shortWindow(sample), hour(sample), day(sample, NOW)), evidence(sample),
                sample.shape() == Shape.GAPPY ? List.of(new Notice.Stale(NOW.minus(Duration.ofHours(9)))) : List.of(),
                null);
    }

    private static List<Point> gains(List<Point> level, Duration window) {
        int step = (int) window.toHours();
        return IntStream.iterate(step, at -> at < level.size(), at -> at + step).mapToObj(at -> {
            Double from = level.get(at - step).value();
            Double to = level.get(at).value();
            return new Point(level.get(at).at(), from == null || to == null ? null : to - from);
        }).toList();
    }

    private static EntityView.Forecast forecast(Sample sample) {
        return new EntityView.Forecast(chance(sample), 0.05, 24,
                new EntityView.Author("boosted-trees-2026-01-12", "boosted-trees", NOW.minus(Duration.ofHours(2))),
                List.of(new EntityView.Contribution("rank_growth_24h", 0.98, 1.42),
                        new EntityView.Contribution("growth_72h", 0.61, 0.77),
                        new EntityView.Contribution("log_level", 13.4, -0.35),
                        new EntityView.Contribution("hours_since_step", null, 0.22),
                        new EntityView.Contribution("volatility_30d", 0.04, -0.11)),
                List.of(new EntityView.AtHorizon(6, new Chance(0.11, null, null), NOW),
                        new EntityView.AtHorizon(24, chance(sample), NOW)),
                new Expected.Strange(0.996, 0.04, List.of(new Expected.Odd("growth_24h", 2.4, 0.0012))));
    }

    private static MetricRow shortWindow(Sample sample) {
        return new MetricRow(new MetricRow.Window("15m", NOW.minus(Duration.ofMinutes(15)), NOW), 0.4, true, Map.of(),
                Map.of(Metric.VIEWS_GAINED, "coverage_too_low", Metric.MOMENTUM, "coverage_too_low"));
    }

    private static MetricRow hour(Sample sample) {
        return new MetricRow(new MetricRow.Window("1h", NOW.minus(Duration.ofHours(1)), NOW), 1, false,
                Map.of(Metric.VIEWS_GAINED, sample.gained() / 20, Metric.MOMENTUM, sample.momentum() * 0.9,
                        Metric.VIEW_VELOCITY, sample.gained() / 1_200, Metric.VIEW_GROWTH, sample.growth() / 12),
                Map.of(Metric.PERSISTENCE, "needs_a_day"));
    }

    private static EntityView.Evidence evidence(Sample sample) {
        List<EntityView.PastPrediction> past = new ArrayList<>();
        past.add(new EntityView.PastPrediction(NOW.minus(Duration.ofHours(14)), new Chance(0.52, 0.4, 0.63), null));
        for (int days = 1; days <= 6; days++) {
            boolean surged = days == 2;
            past.add(new EntityView.PastPrediction(NOW.minus(Duration.ofHours(14)).minus(Duration.ofDays(days)),
                    new Chance(0.6 / (days + 1), 0.4 / (days + 1), 0.8 / (days + 1)),
                    new EntityView.Outcome(surged, surged ? 1.9 : 0.02 * days)));
        }
        return new EntityView.Evidence(past, List.of(
                new EntityView.SourceCoverage("tiktok-web", 13_441, NOW.minus(Duration.ofDays(140)), NOW,
                        Duration.ofMinutes(15), true),
                new EntityView.SourceCoverage("creative-center", 20, NOW.minus(Duration.ofDays(20)),
                        NOW.minus(Duration.ofDays(1)), Duration.ofDays(1), false)));
    }

    @Override
    public Optional<Listing<MetricRow>> rows(EntityId id, RowsFilter filter) {
        return sample(id).map(sample -> {
            int total = filter.window().equals("15m") ? 0 : 168;
            List<MetricRow> rows = IntStream
                    .range(filter.paging().offset(),
                            Math.min(total, filter.paging().offset() + filter.paging().limit()))
                    .mapToObj(hour -> day(sample, NOW.minus(Duration.ofHours(hour)))).toList();
            return new Listing<>(rows, total, filter.paging());
        });
    }

    @Override
    public Optional<Subject> subject(EntityId id) {
        return sample(id).map(Sample::subject);
    }

    private Optional<Sample> sample(EntityId id) {
        return samples.stream().filter(sample -> sample.subject().id().equals(id)).findFirst();
    }
}
