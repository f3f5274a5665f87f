package dev.upswell.server.cli.insight;

import dev.upswell.content.EntityId;
import dev.upswell.feature.FeatureSet;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.feature.FeatureCatalogue;
import dev.upswell.server.feature.FeatureExport;
import dev.upswell.server.feature.FeatureStore;
import dev.upswell.server.feature.FeatureVector;
import dev.upswell.server.registry.ModelTask;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows and exports the feature store.
@Command(name = "features", mixinStandardHelpOptions = true, description = "What models know: list the sets and features, show ENTITY, or export features as known at each cut with outcomes in columns of their own.")
public final class FeaturesCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        SHOW,
        EXPORT
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list (default), show or export.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "ENTITY", description = "show: the id of the entity, a hashtag's name for example.")
    private @Nullable String entity;

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Option(names = "--set", paramLabel = "NAME", description = "Version of the feature set (default: that of the newest vectors).")
    private @Nullable String set;

    @Option(names = "--from", paramLabel = "T", converter = InstantText.class, description = "export: the first cut, UTC (default: all).")
    private Instant from = Instant.EPOCH;

    @Option(names = "--to", paramLabel = "T", converter = InstantText.class, description = "export: the last cut, UTC (default: all).")
    private Instant to = Instant.parse("9999-01-01T00:00:00Z");

    @Option(names = "--known-by", paramLabel = "T", converter = InstantText.class, description = "export: leave outcomes empty that became known later.")
    private @Nullable Instant knownBy;

    @Option(names = "--no-outcomes", description = "export: leave the columns of outcomes out.")
    private boolean noOutcomes;

    @Option(names = "--out", paramLabel = "FILE", description = "export: the Parquet file to write.")
    private @Nullable Path out;

    public FeaturesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            switch (action) {
                case LIST -> list(screen, workplace);
                case SHOW -> show(screen, workplace);
                case EXPORT -> export(screen, workplace);
            }
        }
        return Cli.DONE;
    }

    private void list(Screen screen, Workplace workplace) {
        FeatureStore store = workplace.forecasting().forecasts().features();
        ModelTask task = options.task();
        FeatureSet shown = chosen(workplace, task, FeatureCatalogue.sets().getFirst().version());
        FeaturesText.list(screen, store.catalogue().standing(workplace.tenant(), shown, task.kind(),
                task.horizonHours()), store.freshness(workplace.tenant()), set != null);
    }

    private void show(Screen screen, Workplace workplace) {
        ModelTask task = options.task();
        String id = entity;
        if (id == null) {
            throw CommandFailed.wrongUse("which entity?", "Name one, for example: upswell features show somehashtag");
        }
        FeatureStore store = workplace.forecasting().forecasts().features();
        EntityId meant = new EntityId(task.kind(), id.startsWith("#") ? id.substring(1) : id);
        FeatureVector vector = store.latest(workplace.tenant(), meant, task.horizonHours())
                .orElseThrow(() -> CommandFailed.failed("no features of " + task.kind().label() + " " + id + " for "
                        + task.horizonHours() + " h ahead have been computed",
                        "They are computed with each prediction of a serving model: upswell predict"));
        FeaturesText.show(screen, vector, store.lineage(workplace.tenant(), vector));
    }

    private void export(Screen screen, Workplace workplace) {
        Path file = out;
        if (file == null) {
            throw CommandFailed.wrongUse("--out is missing", "Name the file, for example --out features.parquet");
        }
        if (to.isBefore(from)) {
            throw CommandFailed.wrongUse("--from (" + from + ") must not lie after --to (" + to + ")",
                    "Maybe the two were swapped.");
        }
        ModelTask task = options.task();
        FeatureSet wanted = chosen(workplace, task, null);
        FeatureExport.Done done = workplace.forecasting().forecasts().features().export(workplace.tenant(),
                new FeatureExport.Wanted(task.kind(), task.horizonHours(), wanted.version(), from, to, knownBy,
                        !noOutcomes),
                file);
        screen.document(done);
        screen.line(
                ("%,d rows of %,d cuts in %s: %d features of %s as known at each cut; %,d rows have outcomes, in columns"
                        + " that begin with " + FeatureExport.OUTCOME).formatted(done.rows(), done.cuts(), file,
                                done.features(), done.featureSet(), done.labelled()));
    }

    /// @param fallback where nothing was computed yet; null to refuse then
    private FeatureSet chosen(Workplace workplace, ModelTask task, @Nullable String fallback) {
        String version = set != null
                ? set
                : workplace.forecasting().forecasts().features()
                        .newestSet(workplace.tenant(), task.kind(), task.horizonHours())
                        .orElse(fallback);
        if (version == null) {
            throw CommandFailed.failed("no features of " + task.label() + " have been computed yet",
                    "They are computed with each prediction of a serving model: upswell predict");
        }
        return FeatureCatalogue.find(version)
                .orElseThrow(() -> CommandFailed.wrongUse("there is no feature set " + version,
                        "There are: " + String.join(", ", FeatureCatalogue.sets().stream().map(FeatureSet::version)
                                .toList())));
    }
}
