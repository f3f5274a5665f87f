package dev.upswell.server.wording.provider;

import dev.upswell.server.network.AddressGuard;
import dev.upswell.server.wording.CheckedWording;
import dev.upswell.server.wording.LanguageModel;
import dev.upswell.server.wording.Purpose;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The models that settings name, and for which purposes they are asked.
public final class ProviderModels implements CheckedWording.Models {

    private final Map<String, LanguageModel> models;
    private final Map<Purpose, List<String>> asked;

    private ProviderModels(Map<String, LanguageModel> models, Map<Purpose, List<String>> asked) {
        this.models = models;
        this.asked = asked;
    }

    /// What one provider needs; it is left out where it has no model, or no key where it needs one.
    ///
    /// @param own whether it is a server of one's own, which needs no key and may stand in a private network
    public record Access(String url, String key, String model, boolean own) {

        private boolean isUsable() {
            return !model.isBlank() && !url.isBlank() && (own || !key.isBlank());
        }

        @Override
        public String toString() {
            return model + " at " + url;
        }
    }

    /// The models behind these accesses.
    ///
    /// @param purposes which providers are asked for which purpose, such as `narrative=anthropic+openai, answer=compatible`; `all` stands
    ///     for every purpose that is not named
    ///
    /// **errors** `IllegalArgumentException` when a purpose or provider is not known.
    public static ProviderModels of(Access anthropic, Access openai, Access compatible, String purposes,
            AddressGuard guard) {
        Map<String, LanguageModel> models = new TreeMap<>();
        put(models, "anthropic", anthropic, Dialect.ANTHROPIC, guard);
        put(models, "openai", openai, Dialect.OPENAI, guard);
        put(models, "compatible", compatible, Dialect.OPENAI, guard);
        return new ProviderModels(models, asked(purposes));
    }

    private static void put(Map<String, LanguageModel> models, String name, Access access, Dialect dialect,
            AddressGuard guard) {
        if (access.isUsable()) {
            String url = access.url().replaceAll("/+$", "");
            models.put(name, new ProviderModel(new Endpoint(name, url, access.key(), access.model(), access.own()),
                    dialect, guard));
        }
    }

    private static Map<Purpose, List<String>> asked(String written) {
        Map<Purpose, List<String>> asked = new EnumMap<>(Purpose.class);
        List<String> all = List.of();
        for (String entry : written.split(",")) {
            String[] parts = entry.strip().split("=", -1);
            if (entry.isBlank()) {
                continue;
            }
            List<String> providers = parts.length == 2 ? Arrays.asList(parts[1].split("\\+")) : List.of("");
            if (!List.of("anthropic", "openai", "compatible").containsAll(providers)) {
                throw new IllegalArgumentException("purpose (" + entry.strip()
                        + ") must be a purpose, = and providers with + between\nMaybe write narrative=anthropic+openai.");
            }
            if (parts[0].equals("all")) {
                all = providers;
            } else {
                asked.put(Purpose.find(parts[0]).orElseThrow(() -> new IllegalArgumentException(
                        "purpose (" + parts[0] + ") must be one that there is\nMaybe see docs/language-models.md.")),
                        providers);
            }
        }
        for (Purpose purpose : Purpose.values()) {
            asked.putIfAbsent(purpose, all);
        }
        return asked;
    }

    @Override
    public List<LanguageModel> of(Purpose purpose) {
        List<LanguageModel> found = new ArrayList<>();
        asked.getOrDefault(purpose, List.of()).forEach(name -> {
            LanguageModel model = models.get(name);
            if (model != null) {
                found.add(model);
            }
        });
        return found;
    }
}
