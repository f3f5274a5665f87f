package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowCheck;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the tables of the Creative Center have in common: crawl times on a clock eight hours ahead of UTC, and one source
/// for each table, because the tables show different numbers for one video at one time.
final class CreativeCenter {

    static final String CREATOR_VIDEOS = "creative-center:creator-videos";
    static final String POSTS = "creative-center:posts";
    private static final String HASHTAGS = "creative-center:hashtags-7d";
    private static final ZoneOffset CRAWL_CLOCK = ZoneOffset.ofHours(8);

    private CreativeCenter() {
    }

    /// The source of a country's hashtag table; what a hashtag gathers in one country is another number than in the next.
    static String hashtagsOf(@Nullable String country) {
        String word = country == null ? "" : country.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return word.isEmpty() || word.equals("-") || word.length() > 30 ? HASHTAGS : HASHTAGS + ":" + word;
    }

    static @Nullable Instant observedAt(RawRow.Csv row, RowCheck check) {
        String date = row.field("crawl_date");
        String time = row.field("crawl_time");
        return check.time("crawl_date, crawl_time", date == null || time == null ? null : date + " " + time,
                CRAWL_CLOCK);
    }
}
