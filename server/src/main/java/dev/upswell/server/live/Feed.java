package dev.upswell.server.live;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What can be watched at a provider.
public enum Feed {
    /// The posts under a hashtag.
    HASHTAG,
    /// The posts of a creator, by handle.
    CREATOR,
    /// The posts with a sound, by its id.
    SOUND,
    /// What a search for words finds.
    KEYWORD,
    /// One video, by its id.
    VIDEO,
    /// Ads of the public library, by words.
    ADS,
    /// What the ads of an advertiser brought, by the advertiser's id.
    RESULTS,
    /// The orders of one's own shop, by what its provider calls it.
    ORDERS;

    /// The words for them.
    public static final List<String> LABELS = Arrays.stream(values()).map(Feed::label).toList();

    /// The word for it in commands, tables and addresses.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// What a source says that is asked for a feed that it has not.
    public IllegalArgumentException notOf(String source) {
        return new IllegalArgumentException(
                "feed (" + label() + ") must be one of " + source + "\nMaybe the watch is of another source.");
    }

    /// The feed with this label.
    ///
    /// **errors** `IllegalArgumentException` when there is none.
    public static Feed of(String label) {
        return Arrays.stream(values()).filter(feed -> feed.label().equals(label)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "feed (" + label + ") must be one of " + String.join(", ", LABELS)
                                + "\nMaybe check the spelling."));
    }
}
