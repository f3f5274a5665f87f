package dev.upswell.server.live.provider;

import dev.upswell.server.live.Source;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;

class ApifyContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.apify(at.address() + "/apify/v2", new Secret(let ? SandboxSettings.TOKEN : "another-token"),
                new Apify.Terms("clockworks~tiktok-scraper", 300, 30, 500, 5_000), toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.counted("apify", LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.TOKEN;
    }
}
