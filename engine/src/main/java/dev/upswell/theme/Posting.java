package dev.upswell.theme;

import java.time.Instant;
import java.util.Set;

/// A video with what it carries.
///
/// @param creator whose it is
/// @param subjects hashtags, or ids of themes
public record Posting(String video, String creator, Instant postedAt, Set<String> subjects) {

    public Posting {
        subjects = Set.copyOf(subjects);
    }

    /// Whether a hashtag only asks to be shown, so that it is no subject.
    public static boolean isGeneric(String hashtag) {
        return Generic.is(hashtag);
    }
}
