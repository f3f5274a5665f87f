package dev.upswell.benchmarks.statement;

/// What may be measured, and what it is called.
enum Measured {

    VIEWS("views", "count", "views", "tayangan", 900, 4_000_000), //
    LIKES("likes", "count", "likes", "suka", 60, 400_000), //
    COMMENTS("comments", "count", "comments", "komentar", 12, 30_000), //
    SHARES("shares", "count", "shares", "pembagian", 12, 20_000), //
    VIDEOS("videos", "count", "videos", "video", 11, 40_000), //
    CREATORS("creators", "count", "creators", "kreator", 6, 9_000), //
    FOLLOWERS("followers", "count", "followers", "pengikut", 800, 2_000_000), //
    ENGAGEMENT("engagement_rate", "ratio", "engagement rate", "tingkat interaksi", 0.011, 0.19), //
    COMPLETION("completion_rate", "ratio", "completion rate", "tingkat tonton habis", 0.12, 0.78), //
    GROWTH("views_growth", "ratio", "views", "tayangan", 0.04, 0.9), //
    PACE("views_per_hour", "per_hour", "views", "tayangan", 40, 90_000), //
    HALF_LIFE("half_life", "hours", "half-life", "waktu paruh", 26, 200), //
    LENGTH("median_duration", "seconds", "median length", "durasi median", 65, 500), //
    REVENUE("revenue", "usd", "revenue", "pendapatan", 700, 900_000);

    private final String key;
    private final String unit;
    private final String english;
    private final String indonesian;
    private final double least;
    private final double greatest;

    Measured(String key, String unit, String english, String indonesian, double least, double greatest) {
        this.key = key;
        this.unit = unit;
        this.english = english;
        this.indonesian = indonesian;
        this.least = least;
        this.greatest = greatest;
    }

    String key() {
        return key;
    }

    String unit() {
        return unit;
    }

    String noun(Tongue tongue) {
        return tongue.english() ? english : indonesian;
    }

    double least() {
        return least;
    }

    double greatest() {
        return greatest;
    }
}
