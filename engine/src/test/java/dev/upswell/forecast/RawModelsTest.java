package dev.upswell.forecast;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.feature.HashtagFeatures;
import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RawModelsTest {

    @Test
    void rowsThatHoldTheGrowthToBeForetoldAreRefused() {
        List<String> columns = new ArrayList<>(HashtagFeatures.V1.names());
        columns.add("future_growth_24h");
        Dataset leaky = new Dataset(columns, new float[columns.size()], new float[1], new int[1], new long[1]);

        assertThatThrownBy(() -> new RawModels(Worlds.book(Map.of(), SurgeProtocol.DAILY), leaky,
                new SurgeRows.Outcomes(new float[1], new long[1]), SurgeModelTest.QUICK, RawModels.Renewal.ALWAYS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must not hold outcomes: [future_growth_24h]");
    }
}
