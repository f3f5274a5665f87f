package dev.upswell.server.live.provider;

import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;

class TikTokAdsLibraryContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.tikTokAdsLibrary(at.address() + "/tiktok-ads-library", SandboxSettings.CLIENT_KEY,
                new Secret(let ? SandboxSettings.CLIENT_SECRET : "another-secret"), "ALL", 1_000, toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.counted("tiktok-ads-library", LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.CLIENT_SECRET;
    }

    @Override
    Subject nobody() {
        return new Subject(Feed.ADS, "nobody says this");
    }

    @Override
    Pattern id() {
        return Pattern.compile("\"ad\":\\{\"id\":(18\\d{16})");
    }
}
