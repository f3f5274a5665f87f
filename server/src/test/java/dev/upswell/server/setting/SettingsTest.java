package dev.upswell.server.setting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path data;

    @Test
    void flagsBeatEnvironmentBeatsFileBeatsDefaults() throws IOException {
        Files.writeString(data.resolve("upswell.yaml"), """
            tenant: from-file
            server:
              port: 9000
              address: ::1
            """);

        Settings settings = Settings.read(data, Map.of("UPSWELL_SERVER_PORT", "9001", "UPSWELL_TENANT", "from-env"),
                Map.of(Setting.TENANT, "from-flag"));

        assertThat(settings.text(Setting.TENANT)).isEqualTo("from-flag");
        assertThat(settings.number(Setting.SERVER_PORT)).isEqualTo(9001);
        assertThat(settings.text(Setting.SERVER_ADDRESS)).isEqualTo("::1");
        assertThat(settings.number(Setting.FORECAST_MIN_ELIGIBLE)).isEqualTo(60);
    }

    @Test
    void allProblemsAreNamedAtOnceWithTheNearestKey() throws IOException {
        Files.writeString(data.resolve("upswell.yaml"), "server:\n  prot: 1\n  port: many\n");

        assertThatThrownBy(() -> Settings.read(data, Map.of("UPSWELL_STORE_URL", "mysql://x"), Map.of()))
                .isInstanceOf(Settings.Refused.class)
                .hasMessageContaining("unknown setting server.prot; maybe you mean server.port")
                .hasMessageContaining("server.port cannot be \"many\"").hasMessageContaining("UPSWELL_STORE_URL");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://provider.example/apis?token=hush", "https://user:hush@provider.example",
            "http://provider.example/hush"})
    void aRefusedAddressIsNotShownBecauseAKeyMayStandInIt(String address) {
        for (String of : List.of("UPSWELL_ENSEMBLEDATA_URL", "UPSWELL_TIKTOK_RESEARCH_URL")) {
            assertThatThrownBy(() -> Settings.read(data, Map.of(of, address), Map.of()))
                    .isInstanceOf(Settings.Refused.class).hasMessageContaining(of)
                    .hasMessageContaining("without user").hasMessageNotContaining("hush");
        }
    }

    @Test
    void secretsStayOutOfText() {
        Settings settings = Settings.read(data, Map.of("UPSWELL_STORE_PASSWORD", "hush"), Map.of());

        assertThat(settings.toString()).doesNotContain("hush");
    }
}
