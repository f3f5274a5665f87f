package dev.upswell.server.app;

import dev.upswell.server.live.provider.Secret;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.provider.Api23;
import dev.upswell.server.live.provider.Apify;
import dev.upswell.server.live.provider.EnsembleData;
import dev.upswell.server.live.provider.Providers;
import dev.upswell.server.live.provider.TikTokAdsLibrary;
import dev.upswell.server.live.provider.TikTokBusiness;
import dev.upswell.server.live.provider.TikTokDisplay;
import dev.upswell.server.live.provider.TikTokResearch;
import dev.upswell.server.live.provider.TikTokShop;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.vault.KeptKeys;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The providers for which the settings have a key, each made once: it keeps connections and passing tokens.
final class LiveSources {

    /// The names of all providers that can be asked.
    static final Set<String> KNOWN = Set.of(EnsembleData.NAME, TikTokResearch.NAME, Api23.NAME, Apify.NAME,
            TikTokDisplay.NAME, TikTokAdsLibrary.NAME, TikTokBusiness.NAME, TikTokShop.NAME);

    private final Settings settings;
    private final KeptKeys keys;
    private final InstantSource clock;
    private final Duration toAnswer;
    private @Nullable Made made;

    /// @param keys those that settings do not give
    /// @param pace how long providers have to answer follows it
    LiveSources(Settings settings, KeptKeys keys, Pace pace) {
        this.settings = settings;
        this.keys = keys;
        clock = pace.clock();
        toAnswer = pace.real(Providers.TO_ANSWER);
    }

    /// Sources with the keys that they were made with.
    private record Made(Map<String, String> keys, List<Source> sources) {

        @Override
        public String toString() {
            return "Made" + keys.keySet();
        }
    }

    /// Those with a key now: another key in the vault makes them anew.
    ///
    /// **errors** `VaultRefused` where a key cannot be opened.
    synchronized List<Source> get() {
        Map<String, String> opened = keys.opened();
        Made kept = made;
        if (kept == null || !kept.keys().equals(opened)) {
            kept = new Made(opened, make(settings.withKeys(opened)));
            made = kept;
        }
        return kept.sources();
    }

    private List<Source> make(Settings settings) {
        List<Source> sources = new ArrayList<>();
        String token = settings.text(Setting.ENSEMBLEDATA_TOKEN);
        if (!token.isBlank()) {
            sources.add(Providers.ensembleData(settings.text(Setting.ENSEMBLEDATA_URL), new Secret(token),
                    settings.number(Setting.ENSEMBLEDATA_UNITS_PER_DAY), toAnswer, clock));
        }
        String secret = settings.text(Setting.TIKTOK_RESEARCH_CLIENT_SECRET);
        String client = settings.text(Setting.TIKTOK_RESEARCH_CLIENT_KEY);
        if (!secret.isBlank() && !client.isBlank()) {
            sources.add(Providers.tikTokResearch(settings.text(Setting.TIKTOK_RESEARCH_URL), client,
                    new Secret(secret), settings.number(Setting.TIKTOK_RESEARCH_REQUESTS_PER_DAY),
                    toAnswer, clock));
        }
        relays(settings, sources);
        ownAccounts(settings, sources);
        commerce(settings, sources);
        return List.copyOf(sources);
    }

    private void relays(Settings settings, List<Source> sources) {
        String key = settings.text(Setting.API23_KEY);
        if (!key.isBlank()) {
            sources.add(Providers.api23(settings.text(Setting.API23_URL), new Secret(key),
                    settings.number(Setting.API23_REQUESTS_PER_DAY),
                    settings.number(Setting.API23_REQUESTS_PER_MINUTE), toAnswer, clock));
        }
        String token = settings.text(Setting.APIFY_TOKEN);
        if (!token.isBlank()) {
            Apify.Terms terms = new Apify.Terms(settings.text(Setting.APIFY_ACTOR).replace('/', '~'),
                    settings.number(Setting.APIFY_RESULTS), settings.number(Setting.APIFY_DAYS),
                    settings.number(Setting.APIFY_CENTS_PER_RUN), settings.number(Setting.APIFY_CENTS_PER_DAY));
            sources.add(Providers.apify(settings.text(Setting.APIFY_URL), new Secret(token), terms,
                    toAnswer, clock));
        }
    }

    private void ownAccounts(Settings settings, List<Source> sources) {
        String client = settings.text(Setting.TIKTOK_DISPLAY_CLIENT_KEY);
        String secret = settings.text(Setting.TIKTOK_DISPLAY_CLIENT_SECRET);
        String person = settings.text(Setting.TIKTOK_DISPLAY_REFRESH_TOKEN);
        if (!client.isBlank() && !secret.isBlank() && !person.isBlank()) {
            sources.add(Providers.tikTokDisplay(settings.text(Setting.TIKTOK_DISPLAY_URL), client, new Secret(secret),
                    new Secret(person), this::keepRenewed, Providers.TO_ANSWER, clock));
        }
    }

    /// A token that replaces the one in the vault; one that a setting gives cannot be replaced there.
    private synchronized void keepRenewed(Secret token) {
        String name = Setting.TIKTOK_DISPLAY_REFRESH_TOKEN.key();
        Made kept = made;
        if (kept != null && kept.keys().containsKey(name)) {
            keys.set(name, token.value());
            Map<String, String> changed = new TreeMap<>(kept.keys());
            changed.put(name, token.value());
            made = new Made(changed, kept.sources());
        }
    }

    private void commerce(Settings settings, List<Source> sources) {
        String client = settings.text(Setting.TIKTOK_ADS_LIBRARY_CLIENT_KEY);
        String secret = settings.text(Setting.TIKTOK_ADS_LIBRARY_CLIENT_SECRET);
        if (!client.isBlank() && !secret.isBlank()) {
            sources.add(Providers.tikTokAdsLibrary(settings.text(Setting.TIKTOK_ADS_LIBRARY_URL), client,
                    new Secret(secret), settings.text(Setting.TIKTOK_ADS_LIBRARY_COUNTRY),
                    settings.number(Setting.TIKTOK_ADS_LIBRARY_REQUESTS_PER_DAY), Providers.TO_ANSWER, clock));
        }
        String advertiser = settings.text(Setting.TIKTOK_BUSINESS_ACCESS_TOKEN);
        if (!advertiser.isBlank()) {
            sources.add(Providers.tikTokBusiness(settings.text(Setting.TIKTOK_BUSINESS_URL), new Secret(advertiser),
                    settings.number(Setting.TIKTOK_BUSINESS_DAYS),
                    settings.number(Setting.TIKTOK_BUSINESS_REQUESTS_PER_DAY), Providers.TO_ANSWER, clock));
        }
        String app = settings.text(Setting.TIKTOK_SHOP_APP_KEY);
        String sign = settings.text(Setting.TIKTOK_SHOP_APP_SECRET);
        String shop = settings.text(Setting.TIKTOK_SHOP_ACCESS_TOKEN);
        if (!app.isBlank() && !sign.isBlank() && !shop.isBlank()) {
            sources.add(Providers.tikTokShop(settings.text(Setting.TIKTOK_SHOP_URL),
                    new TikTokShop.Keys(app, new Secret(sign), new Secret(shop)),
                    settings.number(Setting.TIKTOK_SHOP_DAYS),
                    settings.number(Setting.TIKTOK_SHOP_REQUESTS_PER_DAY), Providers.TO_ANSWER, clock));
        }
    }
}
