package dev.upswell.server.exchange.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.exchange.Exchange;
import dev.upswell.server.exchange.FileKind;
import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.exchange.PushTarget;
import dev.upswell.server.exchange.page.ExchangePagesConfiguration;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.LocalSite;
import dev.upswell.server.web.SiteClient;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExchangePageTest {

    private static final Forecasts FORECASTS = WatchedTenant.fourteenDays();
    private static final List<RegisteredModel> TRAINED = FORECASTS.training().train(FORECASTS.tenant(),
            Progress.SILENT);
    private static final RegisteredModel LOGISTIC = TRAINED.getFirst();
    private static final RegisteredModel TREES = TRAINED.getLast();
    private static final ModelExchange MODELS = new ModelExchange(TestDatabase.shared(), FORECASTS);
    private static final LocalMlflow MLFLOW = new LocalMlflow();

    /// The setting `mlflow.url`; empty for none.
    private static String setting = "";

    private static LocalSite server;
    private static SiteClient site;

    @BeforeAll
    static void start() {
        server = LocalSite.of(List.of(ExchangePagesConfiguration.class),
                InstantSource.fixed(Instant.parse("2025-03-20T12:00:00Z")),
                new Exchange(MODELS, new MlflowPush(TestDatabase.shared(), MODELS, pause -> {
                }), address -> PushTarget.of(setting, "", "", "")));
        site = server.client();
    }

    @AfterAll
    static void stop() {
        server.close();
        MLFLOW.close();
    }

    @BeforeEach
    void reachable() {
        setting = MLFLOW.address();
        MLFLOW.fates = number -> LocalMlflow.Fate.ANSWERED;
    }

    @Test
    void eachModelCanBeTakenOutAndPushedFromThePage() {
        String page = site.page("/models/exchange").body();

        assertThat(page).contains("MLflow server: " + MLFLOW.address(), "/models/" + TREES.id() + "/file?format=onnx",
                "/models/" + TREES.id() + "/file?format=upswell", "action=\"/models/" + LOGISTIC.id() + "/push\"")
                .doesNotContain("disabled=\"");
        HttpResponse<String> file = site.page("/models/" + TREES.id() + "/file?format=upswell");
        assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                .isEqualTo("attachment; filename=\"" + TREES.record().id() + ".upswell\"");
        assertThat(site.page("/models/exchange").body()).contains("written as a file");
    }

    @Test
    void aPushTellsTheVersionAndASecondOneThatItWasThereAlready() {
        String first = text(push(TREES).body());
        String second = text(push(TREES).body());

        assertThat(first).contains(TREES.record().id() + " is version ", " of upswell-hashtag-24h now.", "pushed");
        assertThat(second).contains("of upswell-hashtag-24h already; nothing was changed.");
        assertThat(MLFLOW.versions).isNotEmpty();
    }

    @Test
    void aServerThatDoesNotDoItsPartIsToldWithAdvice() {
        MLFLOW.fates = number -> LocalMlflow.Fate.REFUSED;

        HttpResponse<String> refused = push(LOGISTIC);

        assertThat(refused.statusCode()).isEqualTo(502);
        assertThat(refused.body()).contains("data-reasons", "did not take the model", "Push again when it is well");
    }

    @Test
    void withoutAServerThePageSaysWhichSettingNamesOne() {
        setting = "";

        assertThat(site.page("/models/exchange").body()).contains("No MLflow server is set", "disabled=\"");
        HttpResponse<String> refused = push(LOGISTIC);
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("mlflow.url");
    }

    @Test
    void aFileThatIsNoModelIsRefusedWithWhatIsWrongWithIt() {
        HttpResponse<String> refused = site.upload("/models/import", "model.onnx", "no model");
        HttpResponse<String> empty = site.upload("/models/import", "model.onnx", "");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("data-reasons");
        assertThat(empty.statusCode()).isEqualTo(422);
        assertThat(text(empty.body())).contains("The file is empty, or none was chosen.");
        assertThat(site.page("/models/" + UUID.randomUUID() + "/file").statusCode()).isEqualTo(404);
    }

    @Test
    void aFileComesInAsAModelInShadowAndTheSecondTimeAsTheSame() {
        byte[] file = MODELS.export(TREES, FileKind.ONNX);

        HttpResponse<String> first = site.upload("/models/import?by=Mira", "model.onnx", file);
        HttpResponse<String> second = site.upload("/models/import?by=Mira", "model.onnx", file);

        assertThat(text(first.body())).contains("was taken in for hashtag/24h: in shadow.", "taken in");
        assertThat(text(second.body())).contains("is here already (in shadow); nothing was changed.");
    }

    private static HttpResponse<String> push(RegisteredModel model) {
        return site.post("/models/" + model.id() + "/push", site.origin(), "");
    }

    private static String text(String page) {
        return page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");
    }
}
