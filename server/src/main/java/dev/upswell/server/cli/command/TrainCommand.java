package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TaskOptions;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.registry.ModelState;
import dev.upswell.server.registry.RegisteredModel;
import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "train", mixinStandardHelpOptions = true, description = "Trains the surge models on everything known; the first boosted trees give the predictions at once, later ones predict in shadow until they can be judged.")
final class TrainCommand implements Callable<Integer> {

    private final Console console;

    @Mixin
    private TaskOptions options = new TaskOptions();

    @Option(names = "--at", paramLabel = "T", converter = InstantText.class, description = "Train on what was known at this time, UTC (default: the last observation).")
    private @Nullable Instant at;

    TrainCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        ModelTask task = options.task();
        List<RegisteredModel> models;
        boolean lacksPyTorch;
        try (Workplace workplace = console.open(); ProgressLine progress = screen.progress("Training")) {
            lacksPyTorch = workplace.forecasting().forecasts().training().lacksPyTorch();
            models = at == null
                    ? workplace.forecasting().forecasts().of(task).training().train(workplace.tenant(), progress::at)
                    : workplace.forecasting().forecasts().of(task).training().train(workplace.tenant(), at,
                            progress::at);
        }
        screen.document(models.stream().map(ModelDocument::of).toList());
        for (RegisteredModel model : models) {
            screen.line("Trained %s of %s on %,d rows (%,d surges), cuts %s to %s%s".formatted(model.kind(),
                    model.task().label(),
                    model.record().rows(), model.record().positives(), model.record().trainingFrom(),
                    model.record().trainingTo(),
                    model.serving()
                            ? "; it serves now."
                            : model.state() == ModelState.SHADOW ? "; it predicts in shadow now." : "."));
            model.notes().forEach(note -> screen.line("  " + note));
        }
        if (lacksPyTorch) {
            screen.line(
                    "The sequence model is not installed, so there is no ensemble. To add it: upswell add sequence");
        }
        return Cli.DONE;
    }
}
