package dev.upswell.pattern;

import dev.upswell.content.EntityId;
import dev.upswell.creative.Absence;
import dev.upswell.creative.CreativeVector;
import dev.upswell.creative.DurationBucket;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Videos for tests.
final class MadeVideos {

    static final CreativeVector UNKNOWN = new CreativeVector(Collections.nCopies(FeatureDictionary.STANDARD.size(),
            new FeatureValue.Absent(Absence.NOT_ANALYSED)));

    private MadeVideos() {
    }

    static AnalysedVideo video(String id, String creator, DurationBucket bucket, double rate) {
        return new AnalysedVideo(EntityId.video(id), EntityId.creator(creator), bucket, UNKNOWN, rate, 1000, 1);
    }

    /// Videos of so many creators of their own, with these rates in turn.
    static List<AnalysedVideo> videos(DurationBucket bucket, int count, double... rates) {
        List<AnalysedVideo> videos = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            videos.add(video(bucket + "-" + i, "c" + i, bucket, rates[i % rates.length]));
        }
        return videos;
    }

    /// The same videos, of which a feature is a copy of the logarithm of engagement.
    static List<AnalysedVideo> copying(List<AnalysedVideo> videos, String feature) {
        int place = FeatureDictionary.STANDARD.place(feature).orElseThrow();
        return videos.stream().map(video -> {
            List<FeatureValue> values = new ArrayList<>(video.features().values());
            values.set(place, new FeatureValue.Present(9 + Math.log(video.engagementRate())));
            return new AnalysedVideo(video.id(), video.creator(), video.bucket(), new CreativeVector(values),
                    video.engagementRate(), video.views(), video.weight());
        }).toList();
    }
}
