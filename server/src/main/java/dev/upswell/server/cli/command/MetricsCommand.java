package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.trend.MetricsComputed;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "metrics", mixinStandardHelpOptions = true, description = "Computes the windows that are due; with --from or --to computes those again.")
final class MetricsCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--from", paramLabel = "T", converter = InstantText.class, description = "Compute windows that end at or after this time (UTC) again.")
    private @Nullable Instant from;

    @Option(names = "--to", paramLabel = "T", converter = InstantText.class, description = "Compute windows that end at or before this time (UTC) again.")
    private @Nullable Instant to;

    MetricsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        Instant started = screen.clock().instant();
        MetricsComputed done;
        try (Workplace workplace = console.open(); ProgressLine progress = screen.progress("Computing metrics")) {
            done = from == null && to == null
                    ? workplace.forecasting().metrics().computeDue(workplace.tenant(), progress::at)
                    : workplace.forecasting().metrics().recompute(workplace.tenant(), from, to, progress::at);
        }
        double seconds = screen.secondsSince(started);
        screen.document(new Result(done.entities(), done.rows(), done.from(), done.to(), seconds));
        screen.line(done.entities() == 0
                ? "Nothing was due."
                : "Computed %,d metric rows of %,d entities in %.1f s.".formatted(done.rows(), done.entities(),
                        seconds));
        return Cli.DONE;
    }

    private record Result(long entities, long rows, @Nullable Instant from, @Nullable Instant to, double seconds) {
    }
}
