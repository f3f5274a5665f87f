package dev.upswell.server.cli.command;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.sample.SampleFiles;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Writes a simulated world with known truth: observations, videos, and the truth apart from them.")
final class SimulateCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--size", defaultValue = "small", description = "small, medium or large (default: small).")
    private String size = "small";

    @Option(names = "--seed", defaultValue = "1", description = "Equal seeds give equal files (default: 1).")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
    private @Nullable Path out;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (out == null) {
            throw CommandFailed.wrongUse("--out is missing", "Name the folder to write to.");
        }
        WorldSettings settings;
        try {
            settings = WorldSettings.of(WorldSize.of(size), seed);
        } catch (IllegalArgumentException e) {
            throw CommandFailed.wrongUse("unknown size: " + size, "Use small, medium or large.");
        }
        Screen screen = console.screen();
        SampleFiles files = write(SimulatedWorld.of(settings), out, screen);
        screen.document(files);
        screen.line("Wrote %,d observations and %,d videos to %s.".formatted(files.observationRows(), files.videoRows(),
                out));
        screen.line("The truth lies apart in " + files.truth() + "; import the other two.");
        return Cli.DONE;
    }

    private static SampleFiles write(SimulatedWorld world, Path folder, Screen screen) {
        try (ProgressLine progress = screen.progress("Writing")) {
            return SampleFiles.write(world, folder, (file, lines) -> progress.at(lines, 0));
        } catch (UncheckedIOException e) {
            throw CommandFailed.failed("cannot write to " + folder,
                    "Name a folder that exists or can be made, with enough free space.");
        }
    }
}
