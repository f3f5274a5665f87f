package dev.upswell.server.reach;

import dev.upswell.server.web.Query;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/// Reads a draft from a query string, the same for REST and the page.
public final class DraftQuery {

    /// The longest caption that TikTok takes.
    private static final int CAPTION = 4_000;
    private static final int NAME = 200;
    private static final int LONGEST_SECONDS = 3_600;

    private DraftQuery() {
    }

    /// The draft in these parameters: `caption`, `hashtags` (separated by commas or spaces), `sound`, `creator`, `seconds`,
    /// `postAt`.
    public static ReachDraft read(Query query) {
        String caption = query.text("caption", CAPTION).orElse(null);
        List<String> hashtags = query.text("hashtags", CAPTION)
                .map(text -> Arrays.stream(text.split("[,\\s]+")).filter(tag -> !tag.isBlank()).toList())
                .orElse(List.of());
        int seconds = query.number("seconds", 1, LONGEST_SECONDS, 0);
        return new ReachDraft(caption, hashtags, query.text("sound", NAME).orElse(null),
                query.text("creator", NAME).orElse(null), seconds == 0 ? null : Duration.ofSeconds(seconds),
                query.instant("postAt").orElse(null));
    }
}
