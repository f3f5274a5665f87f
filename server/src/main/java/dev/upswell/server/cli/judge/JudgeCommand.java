package dev.upswell.server.cli.judge;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.forecast.BacktestSummary;
import dev.upswell.server.forecast.Judging;
import dev.upswell.simulate.judge.Knowable;
import dev.upswell.simulate.judge.OracleVerdicts;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `judge`.
@Command(name = "judge", mixinStandardHelpOptions = true, description = "Sets the newest backtest on a simulated world beside the oracle that knew its true state.")
public final class JudgeCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--truth", required = true, paramLabel = "FILE", description = "The truth of that world, as \"simulate\" wrote it.")
    private @Nullable Path truth;

    /// The command over this console.
    public JudgeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (truth == null) {
            throw CommandFailed.wrongUse("--truth is missing", "Name the truth file of the simulated world.");
        }
        Screen screen = console.screen();
        OracleVerdicts verdicts = verdicts(truth);
        try (Workplace workplace = console.open()) {
            Judging.Judged judged = workplace.forecasting().forecasts().judging().judge(workplace.tenant(), verdicts);
            screen.document(new Document(judged.knowable(), judged.run().report().ranges()));
            screen.line(KnowableTable.of(judged));
        }
        return Cli.DONE;
    }

    /// What `--json` prints.
    ///
    /// @param ranges how often the 90 % range of views held; null where it was not measured
    private record Document(@JsonUnwrapped Knowable knowable, BacktestSummary.@Nullable Ranges ranges) {
    }

    private static OracleVerdicts verdicts(Path file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            return OracleVerdicts.of(lines.lines().iterator());
        } catch (IOException | UncheckedIOException | NumberFormatException e) {
            throw CommandFailed.failed("cannot read " + file + " as a truth file: " + e.getMessage(),
                    "Name the file truth.csv.gz that \"simulate\" wrote beside the other two.");
        }
    }

    private static InputStream open(Path file) throws IOException {
        InputStream bytes = Files.newInputStream(file);
        return file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    }
}
