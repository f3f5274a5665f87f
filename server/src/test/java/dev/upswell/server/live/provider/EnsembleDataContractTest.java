package dev.upswell.server.live.provider;

import dev.upswell.server.live.Source;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;

class EnsembleDataContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.ensembleData(at.address() + "/ensembledata",
                new Secret(let ? SandboxSettings.TOKEN : "another-token"), 50, toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.unitsCharged(LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.TOKEN;
    }
}
