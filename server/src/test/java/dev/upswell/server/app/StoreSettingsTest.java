package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.StoreSettings;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSettingsTest {

    @TempDir
    Path data;

    @Test
    void theLakesMemoryReachesTheStore() {
        Settings usual = Settings.read(data, Map.of(), Map.of());
        Settings small = Settings.read(data, Map.of("UPSWELL_LAKE_MEMORY_MB", "150"), Map.of());

        assertThat(DataFolderOpener.store(usual).lakeMemoryMb()).isEqualTo(StoreSettings.USUAL_LAKE_MEMORY_MB);
        assertThat(DataFolderOpener.store(small).lakeMemoryMb()).isEqualTo(150);
    }
}
