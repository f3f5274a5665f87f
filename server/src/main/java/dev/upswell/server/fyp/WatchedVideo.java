package dev.upswell.server.fyp;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What a video carries and is, for comparing it with trends and with other videos.
final class WatchedVideo {

    private WatchedVideo() {
    }

    /// Its sound and hashtags.
    static List<EntityId> carried(Video video) {
        List<EntityId> carried = new ArrayList<>(video.hashtags());
        EntityId sound = video.sound();
        if (sound != null) {
            carried.add(sound);
        }
        return carried;
    }

    /// What makes videos resemble each other: creator, sound, hashtags and class of length.
    static Set<String> traits(Video video) {
        Set<String> traits = new TreeSet<>();
        carried(video).forEach(one -> traits.add(one.kind().label() + ":" + one.value()));
        EntityId creator = video.creator();
        if (creator != null) {
            traits.add("creator:" + creator.value());
        }
        if (video.duration() != null) {
            long seconds = video.duration().toSeconds();
            traits.add("length:" + (seconds <= 15 ? "15" : seconds <= 30 ? "30" : seconds <= 60 ? "60" : "more"));
        }
        return traits;
    }
}
