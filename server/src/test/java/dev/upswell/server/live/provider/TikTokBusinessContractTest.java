package dev.upswell.server.live.provider;

import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;

class TikTokBusinessContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.tikTokBusiness(at.address() + "/tiktok-business",
                new Secret(let ? SandboxSettings.TOKEN : "another-token"), 7, 1_000, toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.counted("tiktok-business", LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.TOKEN;
    }

    @Override
    Subject nobody() {
        return new Subject(Feed.RESULTS, "12");
    }

    @Override
    Pattern id() {
        return Pattern.compile("\"ad_id\":\"(18\\d{16}\",\"stat_time_day\":\"[0-9-]{10})");
    }
}
