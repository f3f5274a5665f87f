package dev.upswell.server.setting;

import dev.upswell.server.GeneratedDocument;
import org.junit.jupiter.api.Test;

/// Keeps `docs/settings.md` true: it is generated from [Setting] and the build fails when it is stale.
class SettingsReferenceTest {

    @Test
    void settingsReferenceIsFresh() {
        StringBuilder page = new StringBuilder("""
            # Settings

            Generated from the code; do not edit by hand. Each setting can stand in `upswell.yaml` in the data folder
            (as nested keys), in the environment, or be given as a flag where a command has one; the later wins.
            Unknown keys are refused with the nearest legal name.

            | setting | environment | default | meaning |
            |---|---|---|---|
            """);
        for (Setting setting : Setting.values()) {
            String shown = setting.defaultValue().isEmpty() ? "(empty)" : "`" + setting.defaultValue() + "`";
            page.append("| `%s` | `%s` | %s | %s |\n".formatted(setting.key(), setting.environmentVariable(), shown,
                    setting.meaning()));
        }
        GeneratedDocument.at("docs/settings.md").mustEqual(page.toString());
    }
}
