package dev.upswell.server.collect.archive;

import java.util.Arrays;
import java.util.Optional;

/// The lists of an exported account that are read, by the name of the part and of the list in it, which the layouts share.
/// What is not listed here (messages, contacts, comments, searches, logins, places, payments) is skipped unread.
enum ExportSection {
    POSTS("post", "Posts", "VideoList"),
    VIDEOS("post", "Videos", "VideoList"),
    WATCHED("watched", "Watch History", "VideoList"),
    BROWSED("watched", "Video Browsing History", "VideoList"),
    LIKED("liked", "Like List", "ItemFavoriteList"),
    FAVOURITE_VIDEOS("favourited", "Favorite Videos", "FavoriteVideoList"),
    FAVOURITE_HASHTAGS("favourited", "Favorite Hashtags", "FavoriteHashtagList"),
    FAVOURITE_SOUNDS("favourited", "Favorite Sounds", "FavoriteSoundList"),
    SHARED("shared", "Share History", "ShareHistoryList");

    private final String did;
    private final String part;
    private final String list;

    ExportSection(String did, String part, String list) {
        this.did = did;
        this.part = part;
        this.list = list;
    }

    /// The word for what was done.
    String did() {
        return did;
    }

    /// The section at this place, if it is one.
    static Optional<ExportSection> at(String part, String list) {
        return Arrays.stream(values()).filter(one -> one.part.equals(part) && one.list.equals(list)).findFirst();
    }
}
