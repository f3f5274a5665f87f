package dev.upswell.forecast.reach;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/// When a video is posted, how long it is, and how well videos do at present.
final class TimingBlock implements ReachBlock {

    @Override
    public List<ReachFeature> features() {
        return List.of(feature("hour_of_day", "hours", "never missing", "hour of posting in UTC"),
                feature("day_of_week", "1 to 7", "never missing", "weekday of posting in UTC"),
                feature("duration", "seconds", "missing where the provider gives none, as for photos", "length"),
                feature("market_median", "log10 views", "never missing",
                        "median of what all videos reached in the last 30 days"));
    }

    private static ReachFeature feature(String name, String unit, String missing, String meaning) {
        return new ReachFeature(name, ReachFeature.Topic.TIMING, unit, missing, meaning);
    }

    @Override
    public void fill(ReachMoment moment, float[] row, int offset) {
        ZonedDateTime posted = Instant.ofEpochSecond(moment.createdAt()).atZone(ZoneOffset.UTC);
        row[offset] = posted.getHour() + posted.getMinute() / 60f;
        row[offset + 1] = posted.getDayOfWeek().getValue();
        row[offset + 2] = Optional.ofNullable(moment.video().duration()).map(one -> one.toMillis() / 1000f)
                .orElse(Float.NaN);
        row[offset + 3] = (float) moment.market().median();
    }
}
