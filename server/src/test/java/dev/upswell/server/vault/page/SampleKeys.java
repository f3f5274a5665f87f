package dev.upswell.server.vault.page;

import dev.upswell.server.vault.ProviderKeys;
import java.time.Instant;
import java.util.List;

/// Made-up keys for looking at the page.
public record SampleKeys(Instant now) implements ProviderKeys {

    @Override
    public List<Standing> list() {
        return List.of(new Standing("ensembledata.token", Origin.VAULT, "1f0c9d2ab7e4", now),
                new Standing("mlflow.password", Origin.NONE, null, null),
                new Standing("tiktok-research.client-key", Origin.SETTING, "8841aa20cc07", null),
                new Standing("tiktok-research.client-secret", Origin.CLOSED, null, now));
    }

    @Override
    public Standing set(String name, String value) {
        return list().getFirst();
    }

    @Override
    public Standing remove(String name) {
        return list().getFirst();
    }
}
