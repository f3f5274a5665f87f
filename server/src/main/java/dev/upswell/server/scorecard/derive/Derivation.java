package dev.upswell.server.scorecard.derive;

import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.KnownInput;
import dev.upswell.server.scorecard.KnownInput.Origin;
import dev.upswell.server.scorecard.Traits;
import dev.upswell.server.scorecard.derive.CreatorFacts.Ads;
import dev.upswell.server.scorecard.derive.CreatorFacts.Followers;
import dev.upswell.server.scorecard.derive.CreatorFacts.Orders;
import dev.upswell.server.scorecard.derive.CreatorFacts.Posted;
import dev.upswell.server.scorecard.derive.CreatorFacts.Week;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/// Makes inputs of scorecards from what the store knows; what cannot be told from it is left out.
///
/// The window is the 28 days before the instant. Growth compares videos at the same age, seven days after they were posted: those
/// posted 7 to 35 days ago with those posted 35 to 63 days ago. Anything of videos needs three of them. A value outside the range of
/// its input (more likes than views) is no value.
final class Derivation {

    static final Duration WINDOW = Duration.ofDays(28);
    static final Duration SETTLED = Duration.ofDays(7);
    /// As far back as anything is looked at.
    static final Duration MEMORY = WINDOW.plus(WINDOW).plus(SETTLED);

    private static final int LEAST = 3;
    private static final int WEEKS = 4;
    private static final int MOST_HASHTAGS = 30;

    private final Instant asOf;
    private final List<KnownInput> known = new ArrayList<>();

    private Derivation(Instant asOf) {
        this.asOf = asOf;
    }

    /// All that can be derived.
    static List<KnownInput> of(CreatorFacts facts, Instant asOf) {
        Derivation derivation = new Derivation(asOf);
        derivation.videos(facts.videos());
        derivation.growth(facts.videos());
        derivation.viewing(facts.videos());
        if (facts.followers() != null) {
            derivation.followers(facts.followers());
        }
        derivation.shop(facts.orders(), facts.conversion());
        if (facts.ads() != null) {
            derivation.ads(facts.ads(), facts.orders());
        }
        return derivation.known;
    }

    /// By what the creator is told alike with others.
    static Traits traits(CreatorFacts facts, Instant asOf) {
        Map<String, Integer> uses = new HashMap<>();
        new Derivation(asOf).posted(facts.videos(), Duration.ZERO, WINDOW)
                .forEach(video -> video.hashtags().forEach(tag -> uses.merge(tag, 1, Integer::sum)));
        Map<String, Integer> most = new HashMap<>();
        uses.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_HASHTAGS).forEach(one -> most.put(one.getKey(), one.getValue()));
        return new Traits(facts.followers() == null ? null : (Long) facts.followers().now(), most);
    }

    private List<Posted> posted(List<Posted> videos, Duration youngest, Duration oldest) {
        Instant to = asOf.minus(youngest);
        Instant from = asOf.minus(oldest);
        return videos.stream().filter(one -> one.at().isAfter(from) && !one.at().isAfter(to)).toList();
    }

    private void videos(List<Posted> all) {
        List<Posted> videos = posted(all, Duration.ZERO, WINDOW);
        if (videos.size() < LEAST) {
            return;
        }
        String from = videos.size() + " videos of 28 days";
        Totals totals = Totals.of(videos);
        if (totals.videos() >= LEAST && totals.views() > 0) {
            String counted = totals.videos() + " videos of 28 days";
            add(Input.LIKES_RATIO, (double) totals.likes() / totals.views(), Origin.VIDEOS, counted);
            add(Input.COMMENTS_RATIO, (double) totals.comments() / totals.views(), Origin.VIDEOS, counted);
            add(Input.SHARES_RATIO, (double) totals.shares() / totals.views(), Origin.VIDEOS, counted);
        }
        List<Long> views = videos.stream().map(Posted::views).filter(one -> one != null).toList();
        if (views.size() >= LEAST) {
            add(Input.TOTAL_REACH, views.stream().mapToLong(Long::longValue).sum(), Origin.VIDEOS,
                    "views of " + views.size() + " videos of 28 days");
        }
        videos.stream().map(Posted::duration).filter(one -> one != null).mapToLong(Duration::toMillis).average()
                .ifPresent(millis -> add(Input.VIDEO_DURATION, millis / 1_000, Origin.VIDEOS, from));
        Instant last = videos.stream().map(Posted::at).max(Instant::compareTo).orElse(asOf);
        add(Input.CONTENT_FRESHNESS, 1 - (double) Duration.between(last, asOf).toMillis() / WINDOW.toMillis(),
                Origin.VIDEOS, from);
        add(Input.POSTING_CONSISTENCY, (double) weeks(videos) / WEEKS, Origin.VIDEOS, from);
        diversity(videos, from);
    }

    private int weeks(List<Posted> videos) {
        Set<Long> weeks = new HashSet<>();
        videos.forEach(one -> weeks.add(Math.min(WEEKS - 1L, Duration.between(one.at(), asOf).toDays() / 7)));
        return weeks.size();
    }

    /// How likely two hashtags drawn from those of the videos differ.
    private void diversity(List<Posted> videos, String from) {
        Map<String, Integer> uses = new HashMap<>();
        videos.forEach(one -> one.hashtags().forEach(tag -> uses.merge(tag, 1, Integer::sum)));
        double all = uses.values().stream().mapToInt(Integer::intValue).sum();
        if (all >= LEAST) {
            double same = uses.values().stream().mapToDouble(count -> count / all * (count / all)).sum();
            add(Input.CONTENT_DIVERSITY, 1 - same, Origin.VIDEOS, "hashtags of " + from);
        }
    }

    private void growth(List<Posted> all) {
        Weeks now = Weeks.of(posted(all, SETTLED, SETTLED.plus(WINDOW)));
        Weeks before = Weeks.of(posted(all, SETTLED.plus(WINDOW), MEMORY));
        if (now.videos() < LEAST || before.videos() < LEAST) {
            return;
        }
        String from = now.videos() + " videos of days 7 to 35 beside " + before.videos()
                + " of days 35 to 63, each at the age of 7 days";
        change(Input.ENGAGEMENT_GROWTH_RATE, now, before, Weeks::engagementRate, from);
        change(Input.VIEWS_GROWTH_RATE, now, before, Weeks::viewsPerVideo, from);
    }

    private void change(Input input, Weeks now, Weeks before, ToDoubleFunction<Weeks> measure, String from) {
        double base = measure.applyAsDouble(before);
        if (base > 0) {
            add(input, measure.applyAsDouble(now) / base - 1, Origin.VIDEOS, from);
        }
    }

    /// What owners of videos were told: how many watched to the end, and for how long.
    private void viewing(List<Posted> all) {
        List<Posted> videos = posted(all, Duration.ZERO, WINDOW);
        mean(Input.RETENTION_RATE, videos, one -> one.viewing().completionRate());
        mean(Input.AVG_WATCH_TIME, videos, one -> one.viewing().averageWatchSeconds());
    }

    /// What is told of a video.
    private interface Figure {

        @Nullable
        Double of(Posted video);
    }

    private void mean(Input input, List<Posted> videos, Figure figure) {
        List<Double> told = new ArrayList<>();
        for (Posted video : videos) {
            Double value = figure.of(video);
            if (value != null) {
                told.add(value);
            }
        }
        if (told.size() >= LEAST) {
            add(input, told.stream().mapToDouble(Double::doubleValue).average().orElseThrow(), Origin.VIEWING,
                    "what the owner was told of " + told.size() + " videos of 28 days");
        }
    }

    private void followers(Followers followers) {
        Long before = followers.before();
        if (before != null && before > 0) {
            add(Input.FOLLOWER_GROWTH_RATE, (double) followers.now() / before - 1, Origin.PROFILE,
                    "followers now and 28 days ago");
        }
    }

    private void shop(@Nullable Orders orders, @Nullable Double conversion) {
        if (conversion != null) {
            add(Input.CONVERSION_RATE, conversion, Origin.SALES, "sales through the creator's videos");
        }
        if (orders != null && orders.revenue() != null) {
            String from = orders.count() + " orders of 28 days"
                    + (orders.currency() == null ? "" : " in " + orders.currency());
            add(Input.TOTAL_REVENUE, orders.revenue(), Origin.ORDERS, from);
            add(Input.AVG_ORDER_VALUE, orders.revenue() / orders.count(), Origin.ORDERS, from);
        }
    }

    private void ads(Ads ads, @Nullable Orders orders) {
        String from = "ads of 28 days" + (ads.currency() == null ? "" : " in " + ads.currency());
        addUnknown(Input.CONVERSION_RATE, ads.conversionRate(), from);
        addUnknown(Input.RETENTION_RATE, ads.watchedToEnd(), from);
        add(Input.COST_PER_ACQUISITION, ads.costPerAcquisition(), Origin.ADS, from);
        add(Input.COST_PER_ENGAGEMENT, ads.costPerEngagement(), Origin.ADS, from);
        add(Input.COST_PER_VIEW, ads.costPerView(), Origin.ADS, from);
        Double spend = ads.spend();
        if (orders != null && orders.revenue() != null && spend != null && spend > 0 && ads.currency() != null
                && ads.currency().equals(orders.currency())) {
            add(Input.ROI_SCORE, (orders.revenue() - spend) / spend, Origin.ADS, "orders and " + from);
        }
    }

    /// Of ads only what is known from nowhere else.
    private void addUnknown(Input input, @Nullable Double value, String from) {
        if (known.stream().noneMatch(one -> one.input() == input)) {
            add(input, value, Origin.ADS, from);
        }
    }

    private void add(Input input, @Nullable Double value, Origin origin, String from) {
        if (value != null && input.check(value) == null) {
            known.add(new KnownInput(input, value, origin, from, asOf));
        }
    }

    private void add(Input input, double value, Origin origin, String from) {
        add(input, Double.valueOf(value), origin, from);
    }

    /// Sums over the videos of which views, likes, comments and shares were all read.
    private record Totals(int videos, long views, long likes, long comments, long shares) {

        static Totals of(List<Posted> posted) {
            Totals sum = new Totals(0, 0, 0, 0, 0);
            for (Posted one : posted) {
                if (one.views() != null && one.likes() != null && one.comments() != null && one.shares() != null) {
                    sum = new Totals(sum.videos + 1, sum.views + one.views(), sum.likes + one.likes(),
                            sum.comments + one.comments(), sum.shares + one.shares());
                }
            }
            return sum;
        }
    }

    /// Sums over the videos that were read around the age of seven days.
    private record Weeks(int videos, double views, double engagements) {

        static Weeks of(List<Posted> posted) {
            int videos = 0;
            double views = 0;
            double engagements = 0;
            for (Posted one : posted) {
                Week week = one.week();
                if (week != null) {
                    videos++;
                    views += week.views();
                    engagements += week.likes() + week.comments() + week.shares();
                }
            }
            return new Weeks(videos, views, engagements);
        }

        double engagementRate() {
            return views == 0 ? 0 : engagements / views;
        }

        double viewsPerVideo() {
            return videos == 0 ? 0 : views / videos;
        }
    }
}
