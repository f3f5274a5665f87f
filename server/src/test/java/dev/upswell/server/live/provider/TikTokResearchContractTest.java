package dev.upswell.server.live.provider;

import dev.upswell.server.live.Source;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;

class TikTokResearchContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.tikTokResearch(at.address() + "/tiktok-research", SandboxSettings.CLIENT_KEY,
                new Secret(let ? SandboxSettings.CLIENT_SECRET : "another-secret"), 1_000, toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.requestsCounted(LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.CLIENT_SECRET;
    }
}
