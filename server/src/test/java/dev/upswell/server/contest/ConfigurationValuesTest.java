package dev.upswell.server.contest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Values told from lists that chance dealt to two configurations.
@Tag("slow")
class ConfigurationValuesTest {

    @TempDir
    private Path folder;

    @Test
    void theBetterConfigurationHasTheHigherValueAndFewListsHaveNone() {
        Audience audience = new Audience(8, 60, folder);
        audience.recommendations.configurations().activate(Audience.POPULAR);
        audience.recommendations.configurations().activate(Audience.TASTEFUL);
        audience.round(true);
        ConfigurationValues values = audience.contest().values();
        assertThat(values.list()).as("all lists are young").allMatch(one -> one.lists() == 0);
        audience.pass(Duration.ofHours(25));
        assertThat(values.list()).allSatisfy(one -> {
            assertThat(one.lists()).isEqualTo(60);
            assertThat(one.effective()).isBetween(5.0, 100.0);
            assertThat(one.value()).isNull();
        });

        assertThat(values.list()).as("of the same lists the same is told, without telling it anew")
                .isSameAs(values.list());

        for (int i = 0; i < 4; i++) {
            audience.round(true);
        }
        audience.pass(Duration.ofHours(25));
        ConfigurationValue popular = values.get("popular");
        ConfigurationValue tasteful = values.get("tasteful");

        assertThat(popular.effective()).isGreaterThan(100);
        assertThat(Objects.requireNonNull(tasteful.low())).isGreaterThan(Objects.requireNonNull(popular.high()));
        assertThat(tasteful.unserved()).isFalse();
        assertThat(values.list()).as("more lists are told anew").anyMatch(one -> one.lists() > 60);
    }
}
