package dev.upswell.server.live.provider;

import dev.upswell.server.live.Source;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;

class TikTokDisplayContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.tikTokDisplay(at.address() + "/tiktok-display", SandboxSettings.CLIENT_KEY,
                new Secret(let ? SandboxSettings.CLIENT_SECRET : "another-secret"), new Secret(SandboxSettings.TOKEN),
                _ -> {
                }, toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.counted("tiktok-display", LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.CLIENT_SECRET;
    }

    @Override
    boolean hasDailyQuota() {
        return false;
    }
}
