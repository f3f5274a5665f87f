package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// The commands on features and on what models rest on, over sixteen days of ten hashtags.
class InsightCommandsTest {

    private static final Terminal TERMINAL = new Terminal(
            Map.of("UPSWELL_FORECAST_MIN_ELIGIBLE", "4", "UPSWELL_FORECAST_EVERY_HOURS", "6"));
    private static final Terminal EMPTY = new Terminal();

    @TempDir
    static Path folder;

    @BeforeAll
    static void trainAndPredict() throws IOException {
        Path series = Files.writeString(folder.resolve("series.csv"), Readings.sixteenDays(7, 20_000));
        TERMINAL.json("import", series.toString());
        Said trained = TERMINAL.run("train");
        assertThat(trained.exitCode()).as(trained.screen()).isZero();
        assertThat(TERMINAL.run("predict").exitCode()).isZero();
    }

    @Test
    void setsFamiliesAndFreshnessAreListed() {
        Said said = TERMINAL.run("features");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("feature_set_v1", "feature_set_v2", "First set: view counters only.",
                "D semantic cluster", "themes do not exist yet", "hashtag/24h", "within 10 min", "A growth");
        assertThat(TERMINAL.run("features", "--set", "feature_set_v1").out()).contains("growth_24h", "log ratio",
                "missing now", "safe");
        JsonNode list = TERMINAL.json("features").json();
        assertThat(list.get("set").asString()).isEqualTo("feature_set_v1");
        assertThat(list.get("features").get(0).get("freshnessMinutes").asInt()).isEqualTo(10);
        assertThat(EMPTY.run("features").out()).contains("No vector has been computed yet");
        assertThat(EMPTY.run("features", "--set", "moon_set").err()).contains("there is no feature set moon_set");
    }

    @Test
    void aVectorIsShownWithItsLineage() {
        Said said = TERMINAL.run("features", "show", "#tag3");

        assertThat(said.exitCode()).as(said.screen()).isZero();
        assertThat(said.out()).contains("hashtag tag3, 24 h ahead, as of 2025-03-16T21:00:00Z", "feature_set_v1",
                "from 128 readings by", "growth_24h", "It grew");
        JsonNode shown = TERMINAL.json("features", "show", "tag3").json();
        assertThat(shown.get("features")).hasSize(106);
        assertThat(shown.at("/lineage/readings/0/readings").asInt()).isEqualTo(128);
        Said unknown = TERMINAL.run("features", "show", "unheardof");
        assertThat(unknown.exitCode()).isEqualTo(1);
        assertThat(unknown.err()).contains("no features of hashtag unheardof for 24 h ahead have been computed");
        assertThat(TERMINAL.run("features", "show").err()).contains("which entity?");
    }

    @Test
    void featuresAreExported() {
        Path file = folder.resolve("features.parquet");

        JsonNode done = TERMINAL.json("features", "export", "--from", "2025-03-01", "--out", file.toString()).json();

        assertThat(done.get("rows").asInt()).isEqualTo(10);
        assertThat(done.get("features").asInt()).isEqualTo(106);
        assertThat(file).isNotEmptyFile();
        assertThat(TERMINAL.run("features", "export").err()).contains("--out is missing");
        assertThat(TERMINAL.run("features", "export", "--from", "2025-03-02", "--to", "2025-03-01", "--out", "x").err())
                .contains("must not lie after");
        assertThat(EMPTY.run("features", "export", "--out", file.toString()).err())
                .contains("no features of hashtag/24h have been computed yet");
    }

    @Test
    void theServingModelIsExplained() {
        Said said = TERMINAL.run("models", "explain");

        assertThat(said.exitCode()).as(said.screen()).isZero();
        assertThat(said.out()).contains("boosted-trees", "trained on data until 2025-03-16T21:00:00Z", "effect",
                "they describe the model, not the world");
        JsonNode explained = TERMINAL.json("models", "explain").json();
        assertThat(explained.get("importance")).hasSize(106);
        assertThat(explained.at("/dependence/0/points").size()).isGreaterThan(1);
        assertThat(EMPTY.run("models", "explain").err()).contains("no model serves hashtag/24h", "upswell train");
    }

    @Test
    void theFeatureReviewIsMadeAndShown() {
        Said said = TERMINAL.run("models", "review");

        assertThat(said.exitCode()).as(said.screen()).isZero();
        assertThat(said.out()).contains("Feature review of hashtag/24h", "prune", "µs for one entity");
        assertThat(EMPTY.run("models", "review").err()).contains("no model that rests on features serves hashtag/24h");
        assertThat(TERMINAL.run("tasks").out()).contains("silent features of feature_set_v1 out");
    }

    @Test
    void predictionsSayInASentenceWhatMovedThem() {
        JsonNode first = TERMINAL.json("predict", "--top", "1").json()
                .at("/predictions/0");

        assertThat(first.get("summary").asString()).matches("[▲▼] .+\\..*");
    }
}
