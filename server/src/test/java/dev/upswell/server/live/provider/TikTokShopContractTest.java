package dev.upswell.server.live.provider;

import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.Subject;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.regex.Pattern;

class TikTokShopContractTest extends SourceContract {

    @Override
    Source source(Sandbox at, boolean let, Duration toAnswer) {
        return Providers.tikTokShop(at.address() + "/tiktok-shop",
                new TikTokShop.Keys("app", new Secret(SandboxSettings.CLIENT_SECRET),
                        new Secret(let ? SandboxSettings.TOKEN : "another-token")),
                7, 1_000, toAnswer, CLOCK);
    }

    @Override
    long counted(Sandbox at) {
        return at.counted("tiktok-shop", LocalDate.parse("2026-02-01"));
    }

    @Override
    String secret() {
        return SandboxSettings.TOKEN;
    }

    @Override
    Subject nobody() {
        return new Subject(Feed.ORDERS, "another-shop");
    }

    @Override
    boolean hasDailyQuota() {
        return false;
    }

    @Override
    Pattern id() {
        return Pattern.compile("\"id\":\"(57\\d{16})\"");
    }
}
