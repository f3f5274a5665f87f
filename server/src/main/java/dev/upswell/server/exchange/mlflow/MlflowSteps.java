package dev.upswell.server.exchange.mlflow;

import dev.upswell.learn.ModelRecord;
import dev.upswell.server.registry.RegisteredModel;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/// The steps by which one model becomes a version of an MLflow registry; each may be repeated.
///
/// **source** the REST interface of MLflow 2 and 3, calls under `/api/2.0`.
final class MlflowSteps {

    static final String HASH = "upswell.artefact_sha256";

    private static final String EXPERIMENT = "upswell";
    private static final String PAGE = "100";
    private static final int LONGEST_PARAMETER = 500;
    private static final int LONGEST_TAG = 5_000;
    private static final String FOLDER = "/model";

    private final MlflowRest rest;
    private final RegisteredModel model;
    private final ModelRecord record;

    MlflowSteps(MlflowRest rest, RegisteredModel model) {
        this.rest = rest;
        this.model = model;
        record = model.record();
    }

    /// A run of the tracking server.
    ///
    /// @param artefacts where its files lie, such as `mlflow-artifacts:/1/2/artifacts`
    record Run(String id, String artefacts) {
    }

    /// A version of the registered model.
    record Version(String number, String run) {
    }

    /// What the model is called there: one name for each task, so that its versions follow one another.
    String name() {
        return "upswell-" + model.task().label().replace('/', '-');
    }

    /// The version that holds this artefact.
    Optional<Version> version() {
        String page = "";
        do {
            Map<String, String> query = new TreeMap<>(Map.of("filter", "name='" + name() + "'", "max_results", PAGE));
            if (!page.isEmpty()) {
                query.put("page_token", page);
            }
            JsonNode answer = rest.get("model-versions/search", query);
            for (JsonNode one : answer.path("model_versions")) {
                if (tag(one.path("tags")).equals(record.artefactHash())) {
                    return Optional.of(version(one));
                }
            }
            page = answer.path("next_page_token").asString("");
        } while (!page.isEmpty());
        return Optional.empty();
    }

    private static Version version(JsonNode node) {
        return new Version(required(node, "version"), node.path("run_id").asString(""));
    }

    private static String tag(JsonNode tags) {
        for (JsonNode tag : tags) {
            if (tag.path("key").asString("").equals(HASH)) {
                return tag.path("value").asString("");
            }
        }
        return "";
    }

    String experiment() {
        try {
            return required(rest.get("experiments/get-by-name", Map.of("experiment_name", EXPERIMENT))
                    .path("experiment"), "experiment_id");
        } catch (MlflowProblem problem) {
            if (!problem.is("RESOURCE_DOES_NOT_EXIST")) {
                throw problem;
            }
        }
        return required(rest.post("experiments/create", Map.of("name", EXPERIMENT)), "experiment_id");
    }

    /// The run that stands for this training: one that an earlier push made, or a new one.
    Run run(String experiment) {
        JsonNode found = rest.post("runs/search", Map.of("experiment_ids", List.of(experiment), "filter",
                "tags.`" + HASH + "` = '" + record.artefactHash() + "'", "max_results", 1, "order_by",
                List.of("attributes.start_time ASC")));
        if (!found.path("runs").isEmpty()) {
            return run(found.path("runs").path(0).path("info"));
        }
        return run(rest.post("runs/create", Map.of("experiment_id", experiment, "run_name", record.id(), "start_time",
                record.trainingTo().toEpochMilli(), "tags", tags())).path("run").path("info"));
    }

    private static Run run(JsonNode info) {
        return new Run(required(info, "run_id"), required(info, "artifact_uri"));
    }

    private List<Map<String, String>> tags() {
        return pairs(new TreeMap<>(Map.of(HASH, record.artefactHash(), "mlflow.runName", record.id(), "upswell.model",
                record.id(), "upswell.task", model.task().label(), "upswell.feature_set", record.featureSet(),
                "upswell.dataset_hash", record.datasetHash(), "upswell.code_version", record.codeVersion(),
                "mlflow.note.content", notes())));
    }

    private String notes() {
        String notes = "Trained by Upswell on what was known at " + record.trainingTo() + ". "
                + String.join(" ", model.notes());
        return notes.substring(0, Math.min(LONGEST_TAG, notes.length()));
    }

    private static List<Map<String, String>> pairs(Map<String, String> values) {
        List<Map<String, String>> pairs = new ArrayList<>();
        values.forEach((key, value) -> pairs.add(Map.of("key", key, "value", value)));
        return pairs;
    }

    /// Settings become parameters, figures metrics. The same again changes nothing: parameters stay what they were, and a metric
    /// of the same time and value is the same metric.
    void describe(Run run) {
        Map<String, String> settings = new TreeMap<>(record.settings());
        settings.put("seed", String.valueOf(record.seed()));
        settings.put("kind", record.kind());
        settings.put("feature_set", record.featureSet());
        settings.put("rows", String.valueOf(record.rows()));
        settings.put("surges", String.valueOf(record.positives()));
        Map<String, String> parameters = new TreeMap<>();
        settings.forEach((name, value) -> parameters.put(legal(name),
                value.substring(0, Math.min(LONGEST_PARAMETER, value.length()))));
        List<Map<String, Object>> metrics = new ArrayList<>();
        record.metrics().forEach((name, value) -> {
            if (Double.isFinite(value)) {
                metrics.add(Map.of("key", legal(name), "value", value, "timestamp",
                        record.trainingTo().toEpochMilli(), "step", 0));
            }
        });
        rest.post("runs/log-batch", Map.of("run_id", run.id(), "params", pairs(parameters), "metrics", metrics));
    }

    /// The server takes letters, digits and a few signs.
    private static String legal(String name) {
        return name.replaceAll("[^A-Za-z0-9_. /-]", "_");
    }

    void upload(Run run, String name, byte[] content) {
        URI place = URI.create(run.artefacts());
        if (!"mlflow-artifacts".equals(place.getScheme())) {
            throw new MlflowProblem(501, "", "it keeps files at " + place.getScheme()
                    + ": and does not take them itself (it must run with --serve-artifacts)");
        }
        rest.put(place.getRawPath() + FOLDER + "/" + name, content);
    }

    void finish(Run run) {
        rest.post("runs/update", Map.of("run_id", run.id(), "status", "FINISHED", "end_time",
                record.trainingTo().toEpochMilli()));
    }

    void registeredModel() {
        try {
            rest.post("registered-models/create", Map.of("name", name(), "description",
                    "Probability that a " + model.task().kind().label() + " surges within " + model.horizonHours()
                            + " hours, as Upswell foretells it."));
        } catch (MlflowProblem problem) {
            if (!problem.is("RESOURCE_ALREADY_EXISTS")) {
                throw problem;
            }
        }
    }

    Version newVersion(Run run) {
        return version(rest.post("model-versions/create", Map.of("name", name(), "source", run.artefacts() + FOLDER,
                "run_id", run.id(), "description", notes(), "tags", tags())).path("model_version"));
    }

    /// What MLflow reads to load the ONNX file.
    static String flavours(RegisteredModel model) {
        return """
            artifact_path: model
            flavors:
              onnx:
                data: model.onnx
                onnx_version: 1.12.0
                providers:
                - CPUExecutionProvider
              python_function:
                data: model.onnx
                loader_module: mlflow.onnx
            model_uuid: %s
            """.formatted(model.record().artefactHash().substring(0, 32));
    }

    private static String required(JsonNode node, String name) {
        String value = node.path(name).asString("");
        if (value.isEmpty()) {
            throw new MlflowProblem(200, "", "its answer lacks " + name + ": it may be another kind of server");
        }
        return value;
    }
}
