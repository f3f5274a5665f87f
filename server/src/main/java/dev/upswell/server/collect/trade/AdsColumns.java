package dev.upswell.server.collect.trade;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.AdResult.Level;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the columns of reports of TikTok Ads Manager mean, by their English names in any case.
public final class AdsColumns {

    static final List<String> DAY = List.of("By day", "Date", "Day", "stat_time_day");
    static final List<String> SPEND = List.of("Cost", "Total cost", "Spend");
    static final List<String> CURRENCY = List.of("Currency");
    static final List<String> ACCOUNT = List.of("Account ID", "Advertiser ID");
    static final List<String> IMPRESSIONS = List.of("Impressions", "Impression");
    static final List<String> CTR = List.of("CTR (destination)", "CTR", "CTR (all)");
    static final List<String> CVR = List.of("Conversion rate (CVR)", "Conversion rate (CVR, clicks)", "CVR (clicks)",
            "CVR", "Conversion rate");
    /// Columns that no other advertising platform has.
    static final List<String> TIKTOKS = List.of("Ad group name", "Ad group ID", "Clicks (destination)", "Clicks (all)",
            "CTR (destination)", "CPC (destination)", "2-second video views", "6-second video views",
            "Video views at 25%", "Paid followers");
    static final Map<Level, Named> SUBJECTS = subjects();
    static final Map<AdMetric, List<String>> FIGURES = figures();
    /// Columns of numbers, each by its names, among them some that are not kept but tell how numbers are written.
    static final List<List<String>> NUMBERS = numbers();
    /// What tells rows of one ad and day apart, by the word for it.
    static final Map<String, List<String>> BREAKDOWNS = breakdowns();

    private AdsColumns() {
    }

    /// The columns by which something is known.
    record Named(List<String> ids, List<String> names) {
    }

    /// The columns that previews show, with the names of the dataset's columns; looked up in any case.
    public static Map<String, String> targets() {
        Map<String, String> targets = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        SUBJECTS.values().forEach(subject -> {
            subject.ids().forEach(id -> targets.put(id, "ad_id"));
            subject.names().forEach(name -> targets.put(name, "name"));
        });
        DAY.forEach(name -> targets.put(name, "day"));
        SPEND.forEach(name -> targets.put(name, "spend"));
        CURRENCY.forEach(name -> targets.put(name, "currency"));
        FIGURES.forEach((metric, names) -> names.forEach(name -> targets.put(name, metric.label())));
        CTR.forEach(name -> targets.put(name, AdMetric.CTR.label()));
        CVR.forEach(name -> targets.put(name, AdMetric.CVR.label()));
        BREAKDOWNS.values().forEach(names -> names.forEach(name -> targets.put(name, "part")));
        return targets;
    }

    private static Map<Level, Named> subjects() {
        Map<Level, Named> subjects = new LinkedHashMap<>();
        subjects.put(Level.AD, new Named(List.of("Ad ID"), List.of("Ad name")));
        subjects.put(Level.ADGROUP, new Named(List.of("Ad group ID"), List.of("Ad group name")));
        subjects.put(Level.CAMPAIGN, new Named(List.of("Campaign ID"), List.of("Campaign name")));
        subjects.put(Level.ADVERTISER, new Named(ACCOUNT, List.of("Account name", "Advertiser name")));
        return subjects;
    }

    private static Map<AdMetric, List<String>> figures() {
        Map<AdMetric, List<String>> figures = new LinkedHashMap<>();
        figures.put(AdMetric.IMPRESSIONS, IMPRESSIONS);
        figures.put(AdMetric.CLICKS, List.of("Clicks (destination)", "Clicks", "Clicks (all)"));
        figures.put(AdMetric.REACH, List.of("Reach"));
        figures.put(AdMetric.CONVERSIONS, List.of("Conversions", "Conversion", "Total conversions"));
        figures.put(AdMetric.VIDEO_PLAYS, List.of("Video views", "Video plays"));
        figures.put(AdMetric.WATCHED_2S, List.of("2-second video views"));
        figures.put(AdMetric.WATCHED_6S, List.of("6-second video views"));
        figures.put(AdMetric.WATCHED_25, List.of("Video views at 25%"));
        figures.put(AdMetric.WATCHED_50, List.of("Video views at 50%"));
        figures.put(AdMetric.WATCHED_75, List.of("Video views at 75%"));
        figures.put(AdMetric.WATCHED_100, List.of("Video views at 100%"));
        figures.put(AdMetric.LIKES, List.of("Paid likes", "Likes"));
        figures.put(AdMetric.COMMENTS, List.of("Paid comments", "Comments"));
        figures.put(AdMetric.SHARES, List.of("Paid shares", "Shares"));
        figures.put(AdMetric.FOLLOWS, List.of("Paid followers", "Paid follows", "Follows"));
        figures.put(AdMetric.FREQUENCY, List.of("Frequency"));
        return figures;
    }

    private static List<List<String>> numbers() {
        List<List<String>> numbers = new ArrayList<>(FIGURES.values());
        numbers.addAll(List.of(SPEND, CTR, CVR, List.of("CPC (destination)", "CPC"), List.of("CPM"),
                List.of("Cost per 1,000 people reached"), List.of("Cost per conversion", "CPA")));
        return List.copyOf(numbers);
    }

    private static Map<String, List<String>> breakdowns() {
        Map<String, List<String>> parts = new LinkedHashMap<>();
        parts.put("age", List.of("Age"));
        parts.put("country", List.of("Country/Region", "Country or region", "Country", "Location"));
        parts.put("gender", List.of("Gender"));
        parts.put("hour", List.of("By hour", "Hour"));
        parts.put("placement", List.of("Placement", "Placements"));
        parts.put("platform", List.of("Platform", "Operating system", "Device OS"));
        parts.put("text", List.of("Text", "Ad text"));
        return parts;
    }
}
