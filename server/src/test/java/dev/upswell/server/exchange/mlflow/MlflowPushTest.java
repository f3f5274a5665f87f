package dev.upswell.server.exchange.mlflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.upswell.server.exchange.ExchangeRefused;
import dev.upswell.server.exchange.FileKind;
import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.exchange.ModelPush.Pushed;
import dev.upswell.server.exchange.PushTarget;
import dev.upswell.server.exchange.mlflow.LocalMlflow.Fate;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.forecast.Progress;
import dev.upswell.server.forecast.WatchedTenant;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MlflowPushTest {

    private static final Database DATABASE = TestDatabase.shared();
    private static final Forecasts FORECASTS = WatchedTenant.fourteenDays();
    private static final List<RegisteredModel> TRAINED = FORECASTS.training().train(FORECASTS.tenant(),
            Progress.SILENT);
    private static final RegisteredModel LOGISTIC = TRAINED.getFirst();
    private static final RegisteredModel TREES = TRAINED.getLast();

    private final LocalMlflow mlflow = new LocalMlflow();
    private final ModelExchange exchange = new ModelExchange(DATABASE, FORECASTS);
    private final List<Duration> rests = new ArrayList<>();
    private final MlflowPush push = new MlflowPush(DATABASE, exchange, rests::add);

    @AfterEach
    void stop() {
        mlflow.close();
    }

    private PushTarget target() {
        return PushTarget.of(mlflow.address(), "", "", "");
    }

    @Test
    void aModelBecomesAVersionWithItsRunItsFiguresAndItsFiles() {
        Pushed pushed = push.push(TREES, target());

        assertThat(pushed).isEqualTo(new Pushed("upswell-hashtag-24h", "1", "run1", false));
        assertThat(mlflow.models).containsExactly("upswell-hashtag-24h");
        assertThat(mlflow.versions).singleElement().satisfies(one -> assertThat(one).containsEntry("source",
                "mlflow-artifacts:/7/run1/artifacts/model").containsEntry("run_id", "run1"));
        assertThat(mlflow.states).isEqualTo(Map.of("run1", "FINISHED"));
        assertThat(mlflow.batches.get("run1").path("params").toString()).contains("feature_set").contains("\"seed\"");
        assertThat(mlflow.files.keySet()).containsExactly("7/run1/artifacts/model/MLmodel",
                "7/run1/artifacts/model/model.onnx", "7/run1/artifacts/model/model.upswell");
        assertThat(mlflow.files.get("7/run1/artifacts/model/model.onnx"))
                .isEqualTo(exchange.export(TREES, FileKind.ONNX));
        assertThat(mlflow.runs.get("run1").toString()).contains(TREES.record().artefactHash())
                .contains(TREES.record().datasetHash());
        assertThat(events()).contains("MODEL_PUSHED");
    }

    @Test
    void pushingTwiceMakesNoSecondVersionAndAnotherModelMakesOne() {
        push.push(TREES, target());
        Pushed again = push.push(TREES, target());
        int asked = mlflow.asked.size();
        Pushed other = push.push(LOGISTIC, target());

        assertThat(again).isEqualTo(new Pushed("upswell-hashtag-24h", "1", "run1", true));
        assertThat(other).isEqualTo(new Pushed("upswell-hashtag-24h", "2", "run2", false));
        assertThat(push.push(LOGISTIC, target()).known()).isTrue();
        assertThat(mlflow.versions).hasSize(2);
        assertThat(asked).isLessThan(20);
    }

    /// The server dies for good after each request in turn, and is well again when the push is repeated.
    @Test
    void aPushThatIsBrokenOffAnywhereIsTakenUpAgain() {
        for (int last = 0;; last++) {
            try (LocalMlflow server = new LocalMlflow()) {
                int reached = last;
                server.fates = number -> number <= reached ? Fate.ANSWERED : Fate.REFUSED;
                PushTarget target = PushTarget.of(server.address(), "", "", "");
                if (wentThrough(target)) {
                    assertThat(last).isGreaterThan(8);
                    return;
                }
                server.fates = number -> Fate.ANSWERED;
                push.push(TREES, target);

                assertWhole(server);
            }
        }
    }

    /// Each request in turn is done, but the answer never comes.
    @Test
    void anAnswerThatIsLostMakesNothingTwice() {
        int requests = 0;
        for (int lost = 1; requests == 0 || lost <= requests; lost++) {
            try (LocalMlflow server = new LocalMlflow()) {
                int silent = lost;
                server.fates = number -> number == silent ? Fate.UNANSWERED : Fate.ANSWERED;

                push.push(TREES, PushTarget.of(server.address(), "", "", ""));

                assertWhole(server);
                requests = server.asked.size() - 1;
            }
        }
        assertThat(requests).isGreaterThan(8);
    }

    private boolean wentThrough(PushTarget target) {
        try {
            push.push(TREES, target);
            return true;
        } catch (ExchangeRefused refused) {
            assertThat(refused.reason()).isEqualTo(ExchangeRefused.Reason.OTHER_SERVER);
            assertThat(refused).hasMessageContaining("it answers 503")
                    .hasMessageEndingWith("Push again when it is well; what it has already is not sent twice.");
            return false;
        }
    }

    private static void assertWhole(LocalMlflow server) {
        assertThat(server.versions).hasSize(1);
        assertThat(server.runs).hasSize(1);
        assertThat(server.models).hasSize(1);
        assertThat(server.files).hasSize(3);
        assertThat(server.states).isEqualTo(Map.of("run1", "FINISHED"));
    }

    @Test
    void whatFailsForAWhileIsTriedAgainWithGrowingPauses() {
        mlflow.fates = number -> number < 4 ? Fate.REFUSED : Fate.ANSWERED;

        assertThat(push.push(TREES, target()).known()).isFalse();
        assertThat(rests).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1), Duration.ofSeconds(2));
    }

    @Test
    void theLoginLetsInAndIsNeverShown() {
        mlflow.authorization = "Bearer secret-token";
        PushTarget target = PushTarget.of(mlflow.address() + "/", "secret-token", "", "");

        assertThat(push.push(TREES, target).known()).isFalse();
        assertThat(target.toString()).doesNotContain("secret");
        assertThat(rows("select payload::text as text from event_log where type = 'MODEL_PUSHED'").toString())
                .doesNotContain("secret");
        assertThatExceptionOfType(ExchangeRefused.class)
                .isThrownBy(() -> push.push(LOGISTIC, PushTarget.of(mlflow.address(), "", "mira", "wrong-secret")))
                .withMessage("The MLflow server " + mlflow.address() + " did not take the model: it answers 401.\nSet"
                        + " mlflow.token, or mlflow.user and mlflow.password.");
        assertThat(rests).isEmpty();
    }

    @Test
    void addressesThatAreNoneOrGiveTheLoginAwayAreRefused() {
        assertThatExceptionOfType(ExchangeRefused.class).isThrownBy(() -> PushTarget.of("", "", "", ""))
                .withMessageStartingWith("It is not said which MLflow server to push to.");
        assertThatExceptionOfType(ExchangeRefused.class)
                .isThrownBy(() -> PushTarget.of("http://mira:secret@127.0.0.1:5000", "", "", ""))
                .withMessageStartingWith("The address of the MLflow server must not hold a name or password.");
        assertThatExceptionOfType(ExchangeRefused.class)
                .isThrownBy(() -> PushTarget.of("http://mlflow.example.org", "secret", "", ""))
                .withMessageStartingWith("The MLflow server http://mlflow.example.org would get its password in clear");
        for (String none : List.of("mlflow", "ftp://x", "http://", "http://x/?a=b", "::")) {
            assertThatExceptionOfType(ExchangeRefused.class).isThrownBy(() -> PushTarget.of(none, "", "", ""))
                    .withMessageStartingWith("The address of the MLflow server must begin with http");
        }
        assertThat(PushTarget.of("https://mlflow.example.org", "secret", "", "").login()).isNotNull();
    }

    @Test
    void aServerThatKeepsNoFilesOrIsAnotherKindIsTold() {
        mlflow.artefacts = "s3://bucket/";

        assertThatExceptionOfType(ExchangeRefused.class).isThrownBy(() -> push.push(TREES, target()))
                .withMessageContaining("it keeps files at s3: and does not take them itself");
        assertThatExceptionOfType(ExchangeRefused.class)
                .isThrownBy(() -> push.push(TREES, PushTarget.of(mlflow.address() + "/elsewhere", "", "", "")))
                .withMessageContaining("it answers 404").withMessageEndingWith(
                        "Check the address: it must be the one that the MLflow pages are under.");
        mlflow.close();
        assertThatExceptionOfType(ExchangeRefused.class).isThrownBy(() -> push.push(TREES, target()))
                .withMessageContaining("it cannot be reached");
    }

    @Test
    void whatMlflowReadsFirstNamesTheFileThatIsThere() {
        push.push(TREES, target());

        assertThat(new String(mlflow.files.get("7/run1/artifacts/model/MLmodel"), StandardCharsets.UTF_8))
                .contains("data: model.onnx").contains("loader_module: mlflow.onnx");
    }

    private static List<String> events() {
        return rows("select type from event_log").stream().map(row -> (String) row.get("type")).toList();
    }

    private static List<Map<String, Object>> rows(String sql) {
        return DATABASE.transactions().call(FORECASTS.tenant(), db -> db.sql(sql).query().listOfRows());
    }
}
