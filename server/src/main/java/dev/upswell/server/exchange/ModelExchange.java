package dev.upswell.server.exchange;

import dev.upswell.forecast.SurgeModel;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.forecast.Forecasts;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.NewModel;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Takes models out of a tenant's registry as files, and brings files in as models that have to prove themselves in shadow.
public final class ModelExchange {

    /// What the file says of its use: Upswell has no claim on what others learnt with it.
    private static final String LICENCE = "The model belongs to whoever trained it, within the rights they have in the"
            + " data. Upswell, which wrote this file, is under the Apache License 2.0 and lays no claim to it.";

    private final Database database;
    private final Forecasts forecasts;
    private final EventLogRepository events = new EventLogRepository("exchange");
    private final PassageRepository passages = new PassageRepository();

    /// @param forecasts knows the protocols of the tasks and how far readings go
    public ModelExchange(Database database, Forecasts forecasts) {
        this.database = database;
        this.forecasts = forecasts;
    }

    /// What an import did.
    ///
    /// @param known whether the registry had this very model already; nothing was changed then
    public record Imported(RegisteredModel model, boolean known) {
    }

    /// The registry that models are taken out of.
    public ModelRegistry registry() {
        return forecasts.registry();
    }

    /// Whose models they are.
    public TenantId tenant() {
        return forecasts.tenant();
    }

    /// The last models that went out or came in, newest first.
    public List<Passage> passages(int limit) {
        return database.transactions().call(tenant(), db -> passages.list(db, limit));
    }

    /// The model as a file of this kind; the same model gives the same bytes.
    ///
    /// **errors** [ExchangeRefused] when it cannot be written in this form.
    public byte[] export(RegisteredModel model, FileKind kind) {
        byte[] artefact = registry().artefact(tenant(), model.id());
        byte[] file = switch (kind) {
            case UPSWELL -> new UpswellFile(model.task(), model.record(), model.notes(), artefact).bytes();
            case ONNX -> onnx(model, artefact);
        };
        database.transactions().run(tenant(), db -> events.write(db, EventType.MODEL_EXPORTED,
                Map.of("model", model.id().toString(), "format", kind.label(), "bytes", file.length)));
        return file;
    }

    private static byte[] onnx(RegisteredModel model, byte[] artefact) {
        try {
            return SurgeModel.load(artefact).onnx(provenance(model));
        } catch (IllegalArgumentException refused) {
            throw ExchangeRefused.notWritable(refused);
        }
    }

    /// What a user of the file should know beside what the model knows of itself.
    private static Map<String, String> provenance(RegisteredModel model) {
        var record = model.record();
        Map<String, String> all = new TreeMap<>();
        all.put("upswell.task", model.task().label());
        all.put("upswell.kind", record.kind());
        all.put("upswell.training_from", record.trainingFrom().toString());
        all.put("upswell.training_to", record.trainingTo().toString());
        all.put("upswell.training_rows", String.valueOf(record.rows()));
        all.put("upswell.training_surges", String.valueOf(record.positives()));
        all.put("upswell.dataset_hash", record.datasetHash());
        all.put("upswell.artefact_sha256", record.artefactHash());
        all.put("upswell.seed", String.valueOf(record.seed()));
        all.put("upswell.code_version", record.codeVersion());
        all.put("upswell.settings", record.settings().toString());
        all.put("upswell.metrics", record.metrics().toString());
        all.put("upswell.notes", String.join(" ", model.notes()));
        all.put("upswell.licence", LICENCE);
        return all;
    }

    /// Brings an ONNX file in, for this task.
    ///
    /// It counts as having known everything that is known now, predicts in shadow beside the serving model from here on, and
    /// may serve by the rule that holds for every model. Where no model serves it waits for a person to promote it.
    ///
    /// @param by who brings it, as they call themselves
    ///
    /// **errors** [ExchangeRefused] that tells everything which is not understood of the file; `ForecastRefused` before anything
    /// of the task was read.
    public Imported importOnnx(byte[] file, ModelTask task, String by) {
        Forecasts own = forecasts.of(task);
        try {
            NewModel model = own.training().foreign(tenant(), file);
            return adopt(model, model.record().trainingTo(), by, FileKind.ONNX);
        } catch (IllegalArgumentException refused) {
            throw ExchangeRefused.unusable(refused);
        }
    }

    /// Brings in what another Upswell wrote, byte for byte and with its record. It predicts in shadow like any other.
    ///
    /// @param by who brings it, as they call themselves
    ///
    /// **errors** [ExchangeRefused] when the file is damaged or its parts do not belong together; `ForecastRefused` before
    /// anything of its task was read.
    public Imported importUpswell(byte[] file, String by) {
        UpswellFile read = UpswellFile.read(file);
        try {
            SurgeModel model = SurgeModel.load(read.artefact());
            ModelTask said = new ModelTask(model.protocol().kind(), (int) model.protocol().horizon().toHours());
            if (!said.equals(read.task()) || !model.kind().label().equals(read.record().kind())) {
                throw ExchangeRefused.unusable("The model foretells " + said.label() + " by " + model.kind().label()
                        + ", but its record says " + read.task().label() + " by " + read.record().kind() + ".",
                        "Export it again from where it was trained.");
            }
        } catch (IllegalArgumentException refused) {
            throw ExchangeRefused.unusable(refused);
        }
        Instant last = forecasts.of(read.task()).training().lastReading(tenant());
        return adopt(new NewModel(read.task(), read.record(), read.artefact(), read.notes(), true), last, by,
                FileKind.UPSWELL);
    }

    private Imported adopt(NewModel model, Instant asOf, String by, FileKind kind) {
        ModelRegistry.Adopted adopted = registry().adopt(tenant(), model, new Decision(by,
                "It was imported from a file (" + kind.label() + ").", asOf, model.record().metrics()));
        return new Imported(adopted.model(), adopted.known());
    }
}
