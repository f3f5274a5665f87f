package dev.upswell.server.sandbox;

import dev.upswell.simulate.SimulatedWorld.Passing.Shown;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// What advertisers and shops do in the simulated world: some videos are ads, some sell, told from their ids alone.
final class Trade {

    /// The one advertiser.
    static final String ADVERTISER = "7000000000000000099";
    private static final int EVERY_AD = 5;
    private static final int EVERY_SALE = 7;
    private static final int TAIL = 16;

    private final Stage stage;
    private final InstantSource clock;

    Trade(Stage stage, InstantSource clock) {
        this.stage = stage;
        this.clock = clock;
    }

    /// A day of an ad.
    ///
    /// @param share of the video's views that fall on it
    record AdDay(Shown video, LocalDate day, double share) {
    }

    List<Shown> ads() {
        return stage.videos(video -> Long.parseUnsignedLong(video.id()) % EVERY_AD == 0);
    }

    List<Shown> sales() {
        return stage.videos(video -> Long.parseUnsignedLong(video.id()) % EVERY_SALE == 0);
    }

    /// The days of all ads until today, the newest ad first.
    List<AdDay> days() {
        LocalDate today = day(clock.instant());
        return ads().stream().flatMap(video -> {
            LocalDate first = day(video.createdAt());
            long days = today.toEpochDay() - first.toEpochDay() + 1;
            return first.datesUntil(today.plusDays(1)).map(on -> new AdDay(video, on, 1.0 / days));
        }).toList();
    }

    static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /// The id of the ad that is this video.
    static String adId(Shown video) {
        return "18" + tail(video);
    }

    /// The id of the order that this video led to.
    static String orderId(Shown video) {
        return "57" + tail(video);
    }

    private static String tail(Shown video) {
        return video.id().substring(video.id().length() - TAIL);
    }
}
