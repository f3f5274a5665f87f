package dev.upswell.server.trend.page.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.companion.OutbreakFeatures;
import dev.upswell.feature.FeatureDefinition;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class FeatureWordsTest {

    @Test
    void everyFeatureHasWords() {
        ResourceBundle words = ResourceBundle.getBundle("messages", Locale.ROOT);

        assertThat(OutbreakFeatures.V4.features()).extracting(FeatureDefinition::name)
                .filteredOn(name -> !name.startsWith("rank_")).allMatch(name -> words.containsKey("feature." + name));
    }
}
