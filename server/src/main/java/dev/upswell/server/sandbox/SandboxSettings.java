package dev.upswell.server.sandbox;

import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSettings.Judging;
import dev.upswell.simulate.WorldSettings.Population;
import dev.upswell.simulate.WorldSize;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What a sandbox is.
///
/// @param world whose time passes by the sandbox's clock; it should have begun days before
/// @param unitsPerDay that its key has at the EnsembleData side, and cents at the Apify side
/// @param requestsPerDay that its client has at each of the other sides
/// @param faults what goes wrong how often
public record SandboxSettings(WorldSettings world, long unitsPerDay, long requestsPerDay, Shares faults) {

    /// The token that all sides let in but the Research side.
    public static final String TOKEN = "sandbox-token";
    /// The client that the Research side lets in.
    public static final String CLIENT_KEY = "sandbox-client";
    /// That client's secret.
    public static final String CLIENT_SECRET = "sandbox-secret";

    /// What the shop is called at the Shop side.
    public static final String SHOP = "sandbox-shop";
    /// The advertiser whose results the Business side tells.
    public static final String ADVERTISER = Trade.ADVERTISER;

    private static final int DAYS_BEFORE = 7;
    private static final int DAYS = 60;
    private static final int VIDEOS_A_DAY = 200;
    private static final int CREATORS = 400;

    /// A flawless sandbox of 160 hashtags and 200 posts a day whose world is a week old now and goes on for weeks.
    public static SandboxSettings usual(long seed, Instant now) {
        WorldSettings small = WorldSettings.of(WorldSize.SMALL, seed);
        Population few = small.population();
        Population population = new Population(few.hashtags(), few.sounds(), CREATORS, VIDEOS_A_DAY * DAYS);
        Instant begun = now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(DAYS_BEFORE));
        return new SandboxSettings(new WorldSettings(seed, begun, DAYS, small.cadence(), population, small.watches(),
                small.faults(), new Judging(1, 1)), 5_000, 1_000, Shares.NONE);
    }

    /// The same with these faults.
    public SandboxSettings with(Shares other) {
        return new SandboxSettings(world, unitsPerDay, requestsPerDay, other);
    }

    /// The same with these allowances of a day.
    public SandboxSettings withQuotas(long units, long requests) {
        return new SandboxSettings(world, units, requests, faults);
    }
}
