package dev.upswell.server.privacy;

import dev.upswell.server.audit.AuditNote;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.Retraining;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.Manifest;
import dev.upswell.server.suppress.SuppressionRepository;
import dev.upswell.server.taste.TasteRefused;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;

/// One erasure, from the first step that did not end to the last. Each step may be done again after it was cut short; what it removed is
/// counted in the transaction that removes it.
final class ErasureRun {

    private static final int ROUNDS = 3;
    private static final int REVIEWED_AFTER_DAYS = 28;
    /// Steps that are done again while the search finds something.
    private static final List<String> REMOVING = List.of("lake", "tables", "files", "index");

    private final ErasureParts parts;
    private final UUID id;
    private final EventLogRepository events = new EventLogRepository("privacy");

    ErasureRun(ErasureParts parts, UUID id) {
        this.parts = parts;
        this.id = id;
    }

    /// Does what is left to do; nothing where it ended.
    ///
    /// **errors** [PrivacyRefused] when the search still finds something after some rounds
    void work() {
        if (erasure().done()) {
            return;
        }
        step("videos", this::gather);
        step("profile", this::profile);
        for (int round = 1;; round++) {
            step("lake", this::lake);
            step("tables", this::tables);
            step("files", this::files);
            step("index", this::index);
            step("models", this::models);
            Erasure.Search search = new TraceSearch(parts, named()).search();
            run(db -> ErasureRepository.searched(db, id, search));
            if (search.found().isEmpty()) {
                end();
                return;
            }
            run(db -> ErasureRepository.again(db, id, REMOVING));
            if (round == ROUNDS) {
                throw PrivacyRefused.remains(search.found());
            }
        }
    }

    private void step(String name, Runnable work) {
        if (!erasure().steps().contains(name)) {
            parts.between().run();
            work.run();
            run(db -> ErasureRepository.step(db, id, name));
        }
    }

    private Erasure erasure() {
        return call(db -> ErasureRepository.find(db, id)).orElseThrow();
    }

    private Named named() {
        return call(db -> ErasureRepository.named(db, id));
    }

    /// Their videos are known by what is about to go, so they are kept until the end, and suppressed from here on.
    private void gather() {
        Named named = named();
        Set<String> videos = new TreeSet<>(named.videos());
        videos.addAll(call(db -> TableErasureRepository.videos(db, named.handle())));
        try (LakeSession lake = database().lake().open(parts.tenant())) {
            videos.addAll(LakeErasureRepository.videosOf(lake, database(), named));
        }
        run(db -> {
            SuppressionRepository.add(db, "video", videos, now());
            ErasureRepository.gathered(db, id, videos);
        });
    }

    private void profile() {
        String handle = named().handle();
        try {
            long rows = parts.slices().profiles().eraseWhileImportsRest(handle, erasure().asked().by());
            run(db -> ErasureRepository.removed(db, id, "profile_subject", rows));
        } catch (TasteRefused nobody) {
            // Nobody profiled them, as is usual.
        }
    }

    private void lake() {
        Named named = named();
        try (LakeSession lake = parts.database().lake().open(parts.tenant())) {
            var erasing = new LakeErasureRepository(lake, named);
            for (Holding holding : DataMap.of(Holding.Place.DATASET)) {
                Optional<Dataset> dataset = dataset(holding.name());
                if (dataset.isPresent() && !holding.rules().isEmpty()) {
                    for (LakeFile file : visible(dataset.get())) {
                        erasing.left(dataset.get(), holding.rules(), file)
                                .ifPresent(left -> replace(holding.name(), file, left));
                    }
                }
            }
        }
    }

    private Optional<Dataset> dataset(String name) {
        return parts.places().lake().stream().map(ErasureParts.Written::dataset)
                .filter(one -> one.name().equals(name)).findFirst();
    }

    private List<LakeFile> visible(Dataset dataset) {
        return call(db -> manifest().visible(db, dataset));
    }

    private void replace(String dataset, LakeFile file, LakeErasureRepository.Left left) {
        parts.between().run();
        run(db -> {
            manifest().takeTurn(db);
            manifest().retire(db, List.of(file));
            left.rest().ifPresent(rest -> manifest().publishInPlaceOf(db, rest, List.of(file)));
            ErasureRepository.removed(db, id, "lake " + dataset, left.rows());
        });
    }

    private void tables() {
        Named named = named();
        for (Holding table : DataMap.of(Holding.Place.TABLE)) {
            if (!table.rules().isEmpty()) {
                parts.between().run();
                run(db -> ErasureRepository.removed(db, id, table.name(),
                        new TableErasureRepository(db, named).erase(table)));
            }
        }
    }

    /// Replaced files leave the disk at once, and so do leftovers of killed processes that name them.
    private void files() {
        Named named = named();
        database().deleteRetiredFiles(parts.tenant());
        parts.between().run();
        try (LakeSession lake = database().lake().open(parts.tenant())) {
            var traces = new LakeErasureRepository(lake, named);
            long loose = database().deleteLoose(parts.tenant(), file -> traces.traces(file) > 0);
            long texts = new TraceSearch(parts, named).deleteTexts();
            run(db -> ErasureRepository.removed(db, id, "files", loose + texts));
        }
    }

    private void index() {
        parts.places().forget().run();
        parts.slices().index().anew();
    }

    /// What was trained before is flagged, and each task that a model serves is asked to be trained anew.
    private void models() {
        Instant now = now();
        Set<ModelTask> tasks = new TreeSet<>();
        parts.slices().models().models().list(parts.tenant()).stream().filter(RegisteredModel::serving)
                .forEach(model -> tasks.add(model.task()));
        run(db -> {
            ErasureRepository.models(db, id, TraceRepository.models(db));
            tasks.forEach(task -> parts.slices().models().tasks().open(db, order(task, now), now));
        });
    }

    private static Order order(ModelTask task, Instant now) {
        return new Order(Retraining.topic(task), "Train the model of " + task.label() + " anew", Category.RETRAINING,
                "A creator was erased.", "The model that serves may have learnt from somebody who was erased.",
                "A model serves that was trained after the erasure.", "model agent",
                now.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(REVIEWED_AFTER_DAYS), Map.of());
    }

    private void end() {
        parts.between().run();
        Instant now = now();
        run(db -> {
            Erasure open = ErasureRepository.find(db, id).orElseThrow();
            Erasure ended = new Erasure(id, open.plain(), open.steps(), open.asked(), now, open.removed(),
                    open.search(), open.models(), null);
            String proof = Proof.of(ended);
            ErasureRepository.end(db, id, now, proof);
            events.write(db, EventType.CREATOR_ERASED, Map.of("rows", ended.rows()));
            AuditNote.write(db, now, open.asked().by(), "ERASED", id + " sha256 " + proof);
        });
    }

    private Database database() {
        return parts.database();
    }

    private Manifest manifest() {
        return database().manifest();
    }

    private Instant now() {
        return parts.clock().instant().truncatedTo(ChronoUnit.MICROS);
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return database().transactions().call(parts.tenant(), work);
    }

    private void run(Consumer<JdbcClient> work) {
        database().transactions().run(parts.tenant(), work);
    }
}
