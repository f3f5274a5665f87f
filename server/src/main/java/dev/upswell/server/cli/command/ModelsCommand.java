package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.LifecycleText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.exchange.ExchangeOptions;
import dev.upswell.server.cli.insight.InsightText;
import dev.upswell.server.registry.Decision;
import dev.upswell.server.registry.Governance;
import dev.upswell.server.registry.ModelRegistry;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "models", mixinStandardHelpOptions = true, description = "The trained models: list, show ID, promote ID, rollback ID, approve ID, reject ID, shadow, history, explain [ID], review, export ID, import FILE, push ID.")
final class ModelsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        SHOW,
        PROMOTE,
        ROLLBACK,
        APPROVE,
        REJECT,
        SHADOW,
        HISTORY,
        EXPLAIN,
        REVIEW,
        EXPORT,
        IMPORT,
        PUSH
    }

    private final Console console;

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, show, promote, rollback, approve, reject, shadow (who is on the way to serve), history, explain (what a model rests on; the serving one without ID), review (which features are worth their cost), export, import or push (to an MLflow server).")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ID", description = "The model; its first characters suffice. For import: the file.")
    private @Nullable String id;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides or imports; nothing vouches for it.")
    private String by = Decision.HAND;

    @Mixin
    private ExchangeOptions exchange = new ExchangeOptions();

    ModelsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            ModelRegistry registry = workplace.forecasting().governance().models();
            switch (action) {
                case LIST -> list(screen, registry.list(workplace.tenant()).stream()
                        .filter(model -> options.lets(model.task())).toList());
                case SHADOW -> LifecycleText.challengers(screen, workplace.forecasting().governance(), options.task());
                case HISTORY -> LifecycleText.history(screen, workplace.forecasting().governance(), options.task());
                case EXPLAIN -> InsightText.explain(screen, workplace, explained(workplace));
                case REVIEW -> InsightText.review(screen, workplace, options.task());
                case IMPORT -> exchange.take(screen, workplace.forecasting().exchange(), id, options.task(), by);
                case SHOW, PROMOTE, ROLLBACK, APPROVE, REJECT, EXPORT, PUSH -> one(screen, workplace);
            }
        }
        return Cli.DONE;
    }

    private RegisteredModel explained(Workplace workplace) {
        ModelRegistry registry = workplace.forecasting().governance().models();
        return id != null
                ? registry.get(workplace.tenant(), id)
                : registry.serving(workplace.tenant(), options.task())
                        .orElseThrow(() -> CommandFailed.failed("no model serves " + options.task().label(),
                                "Run: upswell train"));
    }

    private void one(Screen screen, Workplace workplace) {
        Governance governance = workplace.forecasting().governance();
        ModelRegistry registry = governance.models();
        TenantId tenant = governance.tenant();
        if (id == null) {
            throw CommandFailed.wrongUse("which model?", "Run \"upswell models list\" and name one.");
        }
        RegisteredModel model = registry.get(tenant, id);
        switch (action) {
            case SHOW, LIST, SHADOW, HISTORY, EXPLAIN, REVIEW, IMPORT -> show(screen, model);
            case EXPORT -> exchange.export(screen, workplace.forecasting().exchange(), model);
            case PUSH -> exchange.push(screen, workplace.forecasting().exchange(), model);
            case PROMOTE -> changed(screen, registry.promote(tenant, model.id(), by));
            case ROLLBACK -> changed(screen, registry.rollback(tenant, model.id(), by));
            case APPROVE -> changed(screen, registry.approve(tenant, model.id(), by));
            case REJECT -> rejected(screen, registry.reject(tenant, model.id(), by));
        }
    }

    private static void list(Screen screen, List<RegisteredModel> models) {
        screen.document(models.stream().map(ModelDocument::of).toList());
        if (models.isEmpty()) {
            screen.line("No model has been trained yet. Run: upswell train");
            return;
        }
        var table = new TextTable("id", "model", "of", "state", "trained on data until", ">rows", ">surges",
                "features");
        for (RegisteredModel model : models) {
            table.row(model.id().toString().substring(0, 8), model.kind(), model.task().label(),
                    LifecycleText.word(model.state()),
                    day(model.record().trainingTo()), Integer.toString(model.record().rows()),
                    Integer.toString(model.record().positives()), model.record().featureSet());
        }
        screen.line(table.toString());
    }

    private static String day(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static void show(Screen screen, RegisteredModel model) {
        screen.document(ModelDocument.of(model));
        screen.line("%s  %s  %s".formatted(model.id(), model.kind(), model.state()));
        screen.line("  trained    " + model.trainedAt());
        screen.line("  cuts       %s to %s, %,d rows, %,d surges".formatted(model.record().trainingFrom(),
                model.record().trainingTo(), model.record().rows(), model.record().positives()));
        screen.line("  data       " + model.record().datasetHash());
        screen.line("  features   " + model.record().featureSet());
        screen.line("  settings   " + model.record().settings());
        screen.line("  seed       " + model.record().seed());
        screen.line("  figures    " + model.record().metrics());
        screen.line("  code       " + model.record().codeVersion());
        screen.line("  artefact   " + model.record().artefactHash());
        model.notes().forEach(note -> screen.line("  " + note));
    }

    private static void rejected(Screen screen, RegisteredModel model) {
        screen.document(ModelDocument.of(model));
        screen.line("%s (%s) was taken out of the race; its artefact is kept.".formatted(model.id(), model.kind()));
    }

    private static void changed(Screen screen, RegisteredModel serving) {
        screen.document(ModelDocument.of(serving));
        screen.line("%s (%s) serves now.".formatted(serving.id(), serving.kind()));
    }
}
