package dev.upswell.forecast.reach;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.upswell.learn.Dataset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageFitTest {

    @Test
    void plantedOutcomeColumnIsRefused() {
        List<String> columns = new ArrayList<>(ReachFeatures.names());
        columns.set(0, "views_at_24h");
        Dataset rows = new Dataset(columns, new float[columns.size()], new float[1], new int[1], new long[1]);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> StageFit.of(ReachStage.DRAFT, rows, 0, ReachSettings.usual(1, "test")))
                .withMessageContaining("views_at_24h").withMessageContaining("must be those of reach_features_v1");
    }
}
