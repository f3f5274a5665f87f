package dev.upswell.server.collect.tiktok;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.AdResult.Level;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Rows of TikTok's advertising reports: what an ad or a group of ads brought on a day.
///
/// Every value is a text, shares are in percent, and money has no currency unless the report was asked for it. Days without
/// delivery are left out by TikTok. Other dimensions, such as age, tell rows of one ad and day apart.
final class TikTokBusinessReportMapper implements FactMapper {

    private static final Map<String, Level> LEVELS = levels();
    private static final Map<String, AdMetric> COUNTS = counts();

    private static Map<String, Level> levels() {
        Map<String, Level> levels = new LinkedHashMap<>();
        levels.put("ad_id", Level.AD);
        levels.put("adgroup_id", Level.ADGROUP);
        levels.put("campaign_id", Level.CAMPAIGN);
        levels.put("advertiser_id", Level.ADVERTISER);
        return levels;
    }

    private static Map<String, AdMetric> counts() {
        Map<String, AdMetric> counts = new LinkedHashMap<>();
        counts.put("impressions", AdMetric.IMPRESSIONS);
        counts.put("clicks", AdMetric.CLICKS);
        counts.put("reach", AdMetric.REACH);
        counts.put("conversion", AdMetric.CONVERSIONS);
        counts.put("video_play_actions", AdMetric.VIDEO_PLAYS);
        counts.put("video_watched_2s", AdMetric.WATCHED_2S);
        counts.put("video_watched_6s", AdMetric.WATCHED_6S);
        counts.put("video_views_p25", AdMetric.WATCHED_25);
        counts.put("video_views_p50", AdMetric.WATCHED_50);
        counts.put("video_views_p75", AdMetric.WATCHED_75);
        counts.put("video_views_p100", AdMetric.WATCHED_100);
        counts.put("likes", AdMetric.LIKES);
        counts.put("comments", AdMetric.COMMENTS);
        counts.put("shares", AdMetric.SHARES);
        counts.put("follows", AdMetric.FOLLOWS);
        counts.put("frequency", AdMetric.FREQUENCY);
        return counts;
    }

    @Override
    public FileFormat format() {
        return FileFormat.TIKTOK_BUSINESS_REPORT;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public String contentSource() {
        return "tiktok-business";
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.path("dimensions").isObject() && item.path("metrics").isObject();
    }

    @Override
    public void read(JsonNode row, RowCheck check, FigureCheck figures) {
        JsonNode dimensions = row.path("dimensions");
        String about = LEVELS.keySet().stream().filter(dimensions::has).findFirst().orElse(null);
        String id = check.number(about == null ? "dimensions.ad_id" : about,
                about == null ? null : JsonText.at(dimensions, about));
        String written = JsonText.first(JsonText.at(dimensions, "stat_time_day"),
                beginning(JsonText.at(dimensions, "stat_time_hour")));
        if (written == null) {
            check.reject(RejectReason.MISSING_TIME, "dimensions.stat_time_day", null);
        }
        LocalDate day = figures.day("dimensions.stat_time_day", written);
        JsonNode metrics = row.path("metrics");
        String currency = figures.currency("metrics.currency", JsonText.at(metrics, "currency"));
        var spend = figures.money("metrics.spend", JsonText.at(metrics, "spend"), currency);
        Map<AdMetric, Double> read = figures(metrics, figures);
        if (spend == null && read.isEmpty()) {
            check.reject(RejectReason.NO_COUNTS, "metrics", null);
        }
        String part = figures.text("dimensions", part(dimensions, about));
        String name = figures.text("name", name(metrics, about));
        String account = figures.digits("dimensions.advertiser_id", JsonText.at(dimensions, "advertiser_id"));
        if (id != null && day != null && about != null) {
            Level level = LEVELS.getOrDefault(about, Level.AD);
            check.fact(new AdResult(new AdResult.Subject(level, id, part, name, account), day, contentSource(),
                    figures.toldAt(), spend, read));
        }
    }

    /// The day of an hour.
    private static @Nullable String beginning(@Nullable String hour) {
        return hour == null || hour.length() < 10 ? hour : hour.substring(0, 10);
    }

    private static Map<AdMetric, Double> figures(JsonNode metrics, FigureCheck figures) {
        Map<AdMetric, Double> read = AdResult.noFigures();
        COUNTS.forEach((field, metric) -> put(read, metric,
                figures.figure("metrics." + field, JsonText.at(metrics, field))));
        put(read, AdMetric.CTR, figures.percent("metrics.ctr", JsonText.at(metrics, "ctr")));
        put(read, AdMetric.CVR, figures.percent("metrics.conversion_rate", JsonText.at(metrics, "conversion_rate")));
        return read;
    }

    private static void put(Map<AdMetric, Double> read, AdMetric metric, @Nullable Double figure) {
        if (figure != null) {
            read.put(metric, figure);
        }
    }

    /// The other dimensions, in the order of their names.
    private static @Nullable String part(JsonNode dimensions, @Nullable String about) {
        String part = dimensions.propertyNames().stream().sorted()
                .filter(name -> !name.equals(about) && !name.equals("stat_time_day") && !name.equals("advertiser_id"))
                .map(name -> name + "=" + JsonText.at(dimensions, name)).collect(Collectors.joining(" "));
        return part.isEmpty() ? null : part;
    }

    private static @Nullable String name(JsonNode metrics, @Nullable String about) {
        return about == null ? null : JsonText.at(metrics, about.replace("_id", "_name"));
    }
}
