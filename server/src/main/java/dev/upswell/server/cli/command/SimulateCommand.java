package dev.upswell.server.cli.command;

import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.sample.PeopleSample;
import dev.upswell.server.cli.sample.SampleFiles;
import dev.upswell.server.cli.sample.WorldFile;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSettings.Turns;
import dev.upswell.simulate.WorldSize;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "simulate", mixinStandardHelpOptions = true, description = "Writes a simulated world with known truth: observations, videos, how owners' videos are watched, or what people with tastes did with videos, and the truth apart from them.")
final class SimulateCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--size", defaultValue = "small", description = "small, medium or large; of people small or medium (default: small).")
    private String size = "small";

    @Option(names = "--seed", defaultValue = "1", description = "Equal seeds give equal files (default: 1).")
    private long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Folder to write to.")
    private @Nullable Path out;

    @Option(names = "--change-on-day", paramLabel = "N", converter = WholeNumber.Count.class, description = "From this day on, 1 being the first, the market is another: each hashtag is shown on its own day in six. To see drift found and models retrained (default: it never changes).")
    private @Nullable Integer changeOnDay;

    @Option(names = "--people", description = "A world of people instead: videos, their counters, and what people with tastes watched, liked and reposted.")
    private boolean people;

    SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (out == null) {
            throw CommandFailed.wrongUse("--out is missing", "Name the folder to write to.");
        }
        if (people) {
            return simulatePeople(out);
        }
        WorldSettings settings;
        try {
            settings = WorldSettings.of(WorldSize.of(size), seed);
        } catch (IllegalArgumentException e) {
            throw CommandFailed.wrongUse("unknown size: " + size, "Use small, medium or large.");
        }
        Screen screen = console.screen();
        Path folder = out;
        SimulatedWorld world = world(settings);
        SampleFiles files = written(folder, screen, told -> SampleFiles.write(world, folder, told));
        screen.document(files);
        screen.line("Wrote %,d observations and %,d videos to %s.".formatted(files.observationRows(), files.videoRows(),
                out));
        screen.line("How owners' videos are watched: %,d rows in %s.".formatted(files.studioRows(), files.studio()));
        screen.line("The truth lies apart in " + files.truth() + "; import the others.");
        return Cli.DONE;
    }

    private int simulatePeople(Path folder) {
        if (changeOnDay != null) {
            throw CommandFailed.wrongUse("a world of people has no market that changes",
                    "Leave out --change-on-day, or --people.");
        }
        PeopleSettings settings = switch (size) {
            case "small" -> PeopleSettings.small();
            case "medium" -> PeopleSettings.judged();
            default -> throw CommandFailed.wrongUse("unknown size of a world of people: " + size,
                    "Use small (120 people) or medium (2,000 people).");
        };
        Screen screen = console.screen();
        PeopleSample files = written(folder, screen,
                told -> PeopleSample.write(PeopleWorld.of(settings, seed), folder, told));
        screen.document(files);
        screen.line("Wrote %,d videos, %,d observations of them and %,d actions of %,d people to %s.".formatted(
                files.videoRows(), files.observationRows(), files.actionRows(), settings.people(), folder));
        screen.line("The truth lies apart in " + files.truth() + "; import the others.");
        return Cli.DONE;
    }

    private SimulatedWorld world(WorldSettings settings) {
        SimulatedWorld world = SimulatedWorld.of(settings);
        if (changeOnDay == null) {
            return world;
        }
        if (changeOnDay > settings.days()) {
            throw CommandFailed.wrongUse("day " + changeOnDay + " comes after the last of this world",
                    "It has " + Counted.of(settings.days(), "day") + ".");
        }
        return world.changing(Turns.since(settings.start().plus(Duration.ofDays(changeOnDay - 1L))));
    }

    private static <T> T written(Path folder, Screen screen, Function<WorldFile.Progress, T> writing) {
        try (ProgressLine progress = screen.progress("Writing")) {
            return writing.apply((file, lines) -> progress.at(lines, 0));
        } catch (UncheckedIOException e) {
            throw CommandFailed.failed("cannot write to " + folder,
                    "Name a folder that exists or can be made, with enough free space.");
        }
    }
}
