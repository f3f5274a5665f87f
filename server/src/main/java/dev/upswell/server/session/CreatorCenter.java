package dev.upswell.server.session;

import dev.upswell.server.session.CaptureBrowser.Bounds;
import java.time.Duration;
import java.util.Set;

/// What of a Creator Center is captured.
public final class CreatorCenter {

    /// Under which its readings are kept.
    public static final String SOURCE = "creator-center";

    /// What is asked for, as terms call it.
    public static final String MATTER = "own";

    /// The page that lists one's own videos.
    public static final String PAGE = "https://www.tiktok.com/tiktokstudio/content";

    /// The answers to its own requests for the list, ten of 50 videos.
    public static final Bounds BOUNDS = new Bounds("/tiktok/creator/manage/item_list/", 10, 4L << 20,
            Duration.ofSeconds(60));

    /// The cookies without which nobody is signed in: the first of them that ends, ends the session.
    public static final Set<String> SIGNED_IN_BY = Set.of("sessionid", "sessionid_ss", "sid_tt");

    private CreatorCenter() {
    }
}
