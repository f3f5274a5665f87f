package dev.upswell.across;

import dev.upswell.creative.DurationBucket;
import dev.upswell.pattern.AnalysedVideo;
import dev.upswell.pattern.PatternAnalysis;
import java.util.List;

/// A hashtag (or handle) whose patterns were searched, with the videos they were searched in.
public record Searched(String name, List<AnalysedVideo> videos, PatternAnalysis analysis) {

    public Searched {
        videos = List.copyOf(videos);
    }

    List<AnalysedVideo> videos(DurationBucket bucket) {
        return videos.stream().filter(video -> video.bucket() == bucket).toList();
    }
}
