package dev.upswell.server.live.provider;

import dev.upswell.server.live.Source;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;

class Api23ContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.api23(at.address() + "/api23", new Secret(let ? SandboxSettings.TOKEN : "another-key"), 1_000,
                1_000, toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.counted("api23", LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.TOKEN;
    }
}
