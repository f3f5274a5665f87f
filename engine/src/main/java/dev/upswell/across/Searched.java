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

    /// Those of a length that were asked for: videos of siblings help to find patterns, and do not speak for this hashtag.
    List<AnalysedVideo> own(DurationBucket bucket) {
        return videos(bucket).stream().filter(AnalysedVideo::own).toList();
    }

    List<AnalysedVideo> videos(DurationBucket bucket) {
        return videos.stream().filter(video -> video.bucket() == bucket).toList();
    }
}
