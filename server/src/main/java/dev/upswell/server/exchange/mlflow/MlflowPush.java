package dev.upswell.server.exchange.mlflow;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.exchange.ExchangeRefused;
import dev.upswell.server.exchange.FileKind;
import dev.upswell.server.exchange.ModelExchange;
import dev.upswell.server.exchange.ModelPush;
import dev.upswell.server.exchange.PushTarget;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantLocks;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Pushes models to the registry of an MLflow server.
///
/// Each step first looks whether it was done, by the hash of the artefact that runs and versions carry as a tag, so it may be
/// broken off after any request, and after a request whose answer was lost. What fails for a while is tried again.
public final class MlflowPush implements ModelPush {

    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Database database;
    private final ModelExchange exchange;
    private final Pauses pauses;
    private final EventLogRepository events = new EventLogRepository("exchange");

    /// How the time between two attempts is waited out.
    public interface Pauses {

        void rest(Duration time) throws InterruptedException;
    }

    /// @param exchange writes the files
    public MlflowPush(Database database, ModelExchange exchange, Pauses pauses) {
        this.database = database;
        this.exchange = exchange;
        this.pauses = pauses;
    }

    @Override
    public Pushed push(RegisteredModel model, PushTarget target) {
        try (TenantLocks.Held held = database.locks().tryAcquire(exchange.tenant(), "mlflow-push")
                .orElseThrow(ExchangeRefused::busy); MlflowRest rest = new MlflowRest(target)) {
            Pushed pushed = push(model, new MlflowSteps(rest, model));
            if (!pushed.known()) {
                database.transactions().run(exchange.tenant(), db -> events.write(db, EventType.MODEL_PUSHED,
                        Map.of("model", model.id().toString(), "to", target.address().toString(), "name", pushed.name(),
                                "version", pushed.version(), "run", pushed.run())));
            }
            return pushed;
        } catch (MlflowProblem problem) {
            throw refused(problem, target);
        }
    }

    private Pushed push(RegisteredModel model, MlflowSteps steps) {
        var known = attempted(steps::version);
        if (known.isPresent()) {
            return new Pushed(steps.name(), known.get().number(), known.get().run(), true);
        }
        Map<String, byte[]> files = files(model);
        String experiment = attempted(steps::experiment);
        MlflowSteps.Run run = attempted(() -> steps.run(experiment));
        attempted(() -> steps.describe(run));
        files.forEach((name, content) -> attempted(() -> steps.upload(run, name, content)));
        attempted(() -> steps.finish(run));
        attempted(steps::registeredModel);
        MlflowSteps.Version version = attempted(() -> steps.version().orElseGet(() -> steps.newVersion(run)));
        return new Pushed(steps.name(), version.number(), version.run(), false);
    }

    /// The model in both forms, or in Upswell's own alone where it cannot be written as ONNX.
    private Map<String, byte[]> files(RegisteredModel model) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("model.upswell", exchange.export(model, FileKind.UPSWELL));
        try {
            files.put("model.onnx", exchange.export(model, FileKind.ONNX));
            files.put("MLmodel", MlflowSteps.flavours(model).getBytes(StandardCharsets.UTF_8));
        } catch (ExchangeRefused refused) {
            if (refused.reason() != ExchangeRefused.Reason.NOT_WRITABLE) {
                throw refused;
            }
        }
        return files;
    }

    private void attempted(Runnable step) {
        attempted(() -> {
            step.run();
            return true;
        });
    }

    private <T> T attempted(Supplier<T> step) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1;; attempt++) {
            try {
                return step.get();
            } catch (MlflowProblem problem) {
                if (!problem.passing() || attempt == ATTEMPTS) {
                    throw problem;
                }
                rest(pause);
                pause = pause.multipliedBy(2);
            }
        }
    }

    private void rest(Duration pause) {
        try {
            pauses.rest(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MlflowProblem(499, "", "the push was stopped");
        }
    }

    private static ExchangeRefused refused(MlflowProblem problem, PushTarget target) {
        String what = "The MLflow server " + target.address() + " did not take the model: " + problem.getMessage()
                + ".";
        return ExchangeRefused.otherServer(what, switch (problem.status()) {
            case 401, 403 -> "Set mlflow.token, or mlflow.user and mlflow.password.";
            case 404 -> "Check the address: it must be the one that the MLflow pages are under.";
            default -> problem.passing()
                    ? "Push again when it is well; what it has already is not sent twice."
                    : "Check the server's log, then push again.";
        });
    }
}
