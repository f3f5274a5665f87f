package dev.upswell.server.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.forecast.ForecastRefused;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.content.EntityKind;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.Transition;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelExchangeTest {

    private static final Database DATABASE = TestDatabase.shared();

    private final Forecasts forecasts = WatchedTenant.fourteenDays();
    private final ModelExchange exchange = new ModelExchange(DATABASE, forecasts);

    private RegisteredModel trees() {
        Instant early = forecasts.training().lastReading(forecasts.tenant()).minus(Duration.ofDays(1));
        return forecasts.training().train(forecasts.tenant(), early, Progress.SILENT).getLast();
    }

    @Test
    void anOnnxFilePredictsInShadowAndMayServe() {
        RegisteredModel trees = trees();
        byte[] file = exchange.export(trees, FileKind.ONNX);
        assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains(trees.record().datasetHash())
                .contains("upswell.licence").contains(trees.record().artefactHash());

        RegisteredModel imported = exchange.importOnnx(file, ModelTask.DAILY_HASHTAGS, "Mira").model();

        Instant last = forecasts.training().lastReading(forecasts.tenant());
        assertThat(imported.kind()).isEqualTo("imported");
        assertThat(imported.state()).isEqualTo(ModelState.SHADOW);
        assertThat(imported.shadowFrom()).isEqualTo(last);
        assertThat(imported.record().settings()).containsEntry("origin", "imported")
                .containsEntry("said by the file: upswell.dataset_hash", trees.record().datasetHash());
        List<Transition> history = exchange.registry().history(forecasts.tenant(), imported.id());
        assertThat(history.getFirst().decision().reason()).isEqualTo("It was imported from a file (onnx).");
        assertThat(history.getFirst().decision().actor()).isEqualTo("Mira");
        assertThat(rows("select type from event_log")).extracting(row -> row.get("type")).contains("MODEL_EXPORTED",
                "MODEL_IMPORTED", "SHADOW_STARTED");

        forecasts.predicting().predict(forecasts.tenant(), Progress.SILENT);
        assertThat(rows("""
            select abs(a.probability - b.probability) as off from shadow_prediction a join prediction b
            on a.entity_id = b.entity_id and a.as_of = b.as_of where a.model_id = '%s'""".formatted(imported.id())))
                .hasSize(10).allSatisfy(row -> assertThat((Double) row.get("off")).isLessThan(1e-6));

        exchange.registry().promote(forecasts.tenant(), imported.id());
        forecasts.predicting().predict(forecasts.tenant(), last, Progress.SILENT);
        assertThat(forecasts.predicting().top(forecasts.tenant(), last, 5)).hasSize(5);
        assertThat(exchange.export(imported, FileKind.ONNX)).isEqualTo(file);
    }

    @Test
    void theSameFileTwiceIsOneModel() {
        byte[] file = exchange.export(trees(), FileKind.ONNX);
        ModelExchange.Imported first = exchange.importOnnx(file, ModelTask.DAILY_HASHTAGS, "hand");
        ModelExchange.Imported second = exchange.importOnnx(file, ModelTask.DAILY_HASHTAGS, "hand");

        assertThat(first.known()).isFalse();
        assertThat(second.known()).isTrue();
        assertThat(second.model().id()).isEqualTo(first.model().id());
    }

    @Test
    void upswellsOwnFileComesOutAsItWentIn() {
        RegisteredModel trees = trees();
        byte[] file = exchange.export(trees, FileKind.UPSWELL);
        Forecasts elsewhere = WatchedTenant.fourteenDays();
        ModelExchange other = new ModelExchange(DATABASE, elsewhere);

        RegisteredModel alone = other.importUpswell(file, "hand").model();

        assertThat(exchange.export(trees, FileKind.UPSWELL)).isEqualTo(file);
        assertThat(alone.record()).isEqualTo(trees.record());
        assertThat(alone.state()).isEqualTo(ModelState.CANDIDATE);
        assertThat(other.export(alone, FileKind.UPSWELL)).isEqualTo(file);
        assertThat(other.registry().artefact(elsewhere.tenant(), alone.id()))
                .isEqualTo(exchange.registry().artefact(forecasts.tenant(), trees.id()));
        assertThat(other.registry().promote(elsewhere.tenant(), alone.id()).serving()).isTrue();
    }

    @Test
    void anOwnFileBesideAServingModelPredictsInShadow() {
        byte[] file = exchange.export(trees(), FileKind.UPSWELL);
        Forecasts elsewhere = WatchedTenant.fourteenDays();
        elsewhere.training().train(elsewhere.tenant(), Instant.parse("2025-03-13T00:00:00Z"), Progress.SILENT);

        RegisteredModel imported = new ModelExchange(DATABASE, elsewhere).importUpswell(file, "hand").model();

        assertThat(imported.state()).isEqualTo(ModelState.SHADOW);
        assertThat(imported.shadowFrom()).isEqualTo(elsewhere.training().lastReading(elsewhere.tenant()));
    }

    @Test
    void damagedFilesAreRefusedInWords() {
        byte[] file = exchange.export(trees(), FileKind.UPSWELL);

        assertUnusable(new byte[0], "The file is no model of Upswell: it must hold record.json and model.bin, but holds"
                + " nothing.");
        assertUnusable("hello".getBytes(StandardCharsets.UTF_8), "The file is no model of Upswell: it must hold");
        for (int length : new int[]{100, 1000, file.length / 2}) {
            assertUnusable(Arrays.copyOf(file, length), "The file is no model of Upswell: it is cut short or damaged.");
        }
        byte[] altered = file.clone();
        altered[file.length / 2] ^= 1;
        assertUnusable(altered, "The file is no model of Upswell: it is cut short or damaged.");
        assertUnusable(new UpswellFile(ModelTask.DAILY_HASHTAGS, UpswellFile.read(file).record(), List.of(),
                new byte[]{1, 2, 3}).bytes(),
                "The file is no model of Upswell: the model is not the one that its record");
        assertUnusable(new UpswellFile(new ModelTask(EntityKind.VIDEO, 24), UpswellFile.read(file).record(), List.of(),
                UpswellFile.read(file).artefact()).bytes(),
                "The model foretells hashtag/24h by boosted-trees, but its record says video/24h by boosted-trees.");
        assertThat(exchange.registry().list(forecasts.tenant())).hasSize(2);
    }

    private void assertUnusable(byte[] file, String start) {
        assertThatExceptionOfType(ExchangeRefused.class).isThrownBy(() -> exchange.importUpswell(file, "hand"))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(ExchangeRefused.Reason.UNUSABLE_FILE))
                .withMessageStartingWith(start);
    }

    @Test
    void anOnnxFileThatIsNoneIsRefusedAndNothingIsKept() {
        assertThatExceptionOfType(ExchangeRefused.class)
                .isThrownBy(() -> exchange.importOnnx(new byte[]{1, 2}, ModelTask.DAILY_HASHTAGS, "hand"))
                .withMessageStartingWith("The ONNX file cannot be used: it is no ONNX file");
        assertThat(exchange.registry().list(forecasts.tenant())).isEmpty();
    }

    @Test
    void whereNothingWasReadNothingIsImported() {
        byte[] file = exchange.export(trees(), FileKind.ONNX);

        assertThatExceptionOfType(ForecastRefused.class)
                .isThrownBy(() -> exchange.importOnnx(file, new ModelTask(EntityKind.SOUND, 24), "hand"));
    }

    private List<Map<String, Object>> rows(String sql) {
        return DATABASE.transactions().call(forecasts.tenant(), db -> db.sql(sql).query().listOfRows());
    }
}
