package dev.upswell.server.app;

import dev.upswell.server.live.Secret;
import dev.upswell.server.live.Source;
import dev.upswell.server.live.provider.EnsembleData;
import dev.upswell.server.live.provider.Providers;
import dev.upswell.server.live.provider.TikTokResearch;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The providers for which the settings have a key, each made once: it keeps connections and passing tokens.
final class LiveSources {

    /// The names of all providers that can be asked.
    static final Set<String> KNOWN = Set.of(EnsembleData.NAME, TikTokResearch.NAME);

    private final Settings settings;
    private final InstantSource clock;
    private @Nullable List<Source> made;

    LiveSources(Settings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    synchronized List<Source> get() {
        List<Source> kept = made;
        if (kept == null) {
            kept = make();
            made = kept;
        }
        return kept;
    }

    private List<Source> make() {
        List<Source> sources = new ArrayList<>();
        String token = settings.text(Setting.ENSEMBLEDATA_TOKEN);
        if (!token.isBlank()) {
            sources.add(Providers.ensembleData(settings.text(Setting.ENSEMBLEDATA_URL), new Secret(token),
                    settings.number(Setting.ENSEMBLEDATA_UNITS_PER_DAY), Providers.TO_ANSWER, clock));
        }
        String secret = settings.text(Setting.TIKTOK_RESEARCH_CLIENT_SECRET);
        String client = settings.text(Setting.TIKTOK_RESEARCH_CLIENT_KEY);
        if (!secret.isBlank() && !client.isBlank()) {
            sources.add(Providers.tikTokResearch(settings.text(Setting.TIKTOK_RESEARCH_URL), client,
                    new Secret(secret), settings.number(Setting.TIKTOK_RESEARCH_REQUESTS_PER_DAY),
                    Providers.TO_ANSWER, clock));
        }
        return List.copyOf(sources);
    }
}
