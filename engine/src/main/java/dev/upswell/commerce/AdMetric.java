package dev.upswell.commerce;

import java.util.Locale;

/// What a report counts of an ad.
public enum AdMetric {
    /// Times it was shown.
    IMPRESSIONS("times it was shown"),
    /// Clicks on it.
    CLICKS("clicks on it"),
    /// People who saw it, each once.
    REACH("people who saw it, each once"),
    /// What the advertiser wanted people to do, and they did.
    CONVERSIONS("conversions"),
    /// Times its video began.
    VIDEO_PLAYS("times its video began"),
    /// Times two seconds were watched.
    WATCHED_2S("times two seconds were watched"),
    /// Times six seconds were watched.
    WATCHED_6S("times six seconds were watched"),
    /// Times a quarter was watched.
    WATCHED_25("times a quarter of the video was watched"),
    /// Times half was watched.
    WATCHED_50("times half of the video was watched"),
    /// Times three quarters were watched.
    WATCHED_75("times three quarters of the video were watched"),
    /// Times it was watched to its end.
    WATCHED_100("times the video was watched to its end"),
    /// Likes.
    LIKES("likes"),
    /// Comments.
    COMMENTS("comments"),
    /// Shares.
    SHARES("shares"),
    /// New followers.
    FOLLOWS("new followers"),
    /// Clicks by impressions, as the report says: a fraction.
    CTR("clicks by impressions as the report says it, a fraction"),
    /// Conversions by clicks, as the report says: a fraction.
    CVR("conversions by clicks as the report says it, a fraction"),
    /// Impressions by people reached, as the report says.
    FREQUENCY("impressions by people reached as the report says it");

    private final String meaning;

    AdMetric(String meaning) {
        this.meaning = meaning;
    }

    /// The word for it in tables and answers.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What it counts, in words for people.
    public String meaning() {
        return meaning;
    }
}
