package dev.upswell.server.cli.pattern;

import dev.upswell.across.Transfer.Stage;
import dev.upswell.pattern.SearchSettings;
import dev.upswell.pattern.select.SelectionSettings;
import dev.upswell.server.across.AcrossDocument;
import dev.upswell.server.across.BenchmarkDocument;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.CompetitorDocument;
import dev.upswell.server.across.LevelsDocument;
import dev.upswell.server.across.TransferDocument;
import dev.upswell.server.across.Transfers;
import dev.upswell.server.cli.Branching;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.ProgressLine;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.creative.BegunSearch;
import dev.upswell.server.creative.AnalysisReport;
import dev.upswell.server.creative.Asked;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.PatternRuns;
import dev.upswell.server.creative.PatternSettings;
import dev.upswell.server.creative.PatternSubject;
import dev.upswell.server.creative.RunDocument;
import dev.upswell.server.creative.RunSummary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes in analyses of videos, searches for patterns in them, and shows what was found.
@Command(name = "patterns", mixinStandardHelpOptions = true, description = "Which choices in videos go with engagement, for which length, and how sure that is (docs/patterns.md).")
public final class PatternsCommand implements Callable<Integer>, Branching {

    private static final String HAND = "hand";

    private final Console console;

    /// The command over this console.
    public PatternsCommand(Console console) {
        this.console = console;
    }

    /// Which videos are chosen, and how, on the command line.
    static final class Choosing {

        @Option(names = "--from", paramLabel = "T", converter = InstantText.class, description = "Posted from here on.")
        private @Nullable Instant from;

        @Option(names = "--to", paramLabel = "T", converter = InstantText.class, description = "Posted before.")
        private @Nullable Instant to;

        @Option(names = "--min-views", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "1000", description = "At least so many views (default: 1000).")
        private int views = 1_000;

        @Option(names = "--min-engagement", paramLabel = "RATE", defaultValue = "0.01", description = "At least this engagement rate, a fraction (default: 0.01).")
        private double engagement = .01;

        @Option(names = "--collect", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "800", description = "So many videos are looked at (default: 800).")
        private int collected = 800;

        @Option(names = "--best", paramLabel = "N", converter = WholeNumber.Offset.class, defaultValue = "50", description = "So many of each length, the best by engagement and shares (default: 50).")
        private long best = 50;

        @Option(names = "--sample", paramLabel = "N", converter = WholeNumber.Offset.class, defaultValue = "50", description = "So many of the rest of each length (default: 50).")
        private long sample = 50;

        @Option(names = "--seed", paramLabel = "N", converter = WholeNumber.Offset.class, defaultValue = "42", description = "Of everything random (default: 42).")
        private long seed = 42;

        @Option(names = "--bonferroni", description = "Hold the chance of any false pattern at 5 %%, in place of their share.")
        private boolean bonferroni;

        @Option(names = "--widen", paramLabel = "HOW", defaultValue = "hashtags", description = "What is done about lengths with too few videos: dates (other days come in, the nearest first), hashtags (the same, then hashtags that often stand beside the one asked for), or none (default: hashtags).")
        private String widen = "hashtags";

        @Option(names = "--unknown-length", description = "Search videos whose length nobody tells too, as a group of their own that is no length: short and long ones are mixed in it.")
        private boolean unknownLength;

        PatternSettings settings() {
            if (!Asked.WIDENINGS.contains(widen)) {
                throw CommandFailed.wrongUse("--widen (" + widen + ") must be hashtags, dates or none",
                        "Leave it out for hashtags.");
            }
            return new PatternSettings(
                    Asked.selection(
                            () -> new SelectionSettings(from, to, views, engagement, collected, whole(best),
                                    whole(sample), seed)),
                    Asked.search((bonferroni
                            ? SearchSettings.Adjustment.BONFERRONI
                            : SearchSettings.Adjustment.BENJAMINI_HOCHBERG).name(), seed),
                    Asked.widening(widen), unknownLength);
        }
    }

    /// What no int can hold is too much in any case, and is refused as such.
    private static int whole(long number) {
        return (int) Math.min(number, Integer.MAX_VALUE);
    }

    @Override
    public List<Callable<Integer>> branches() {
        return List.of(new IndustryCommands(console));
    }

    @Override
    public Integer call() {
        throw CommandFailed.wrongUse("what is to be done with patterns?",
                "Name one of import, run, resume, give-up, list, show, across, levels, benchmarks, industries, competitor and transfer.");
    }

    /// Takes in what analysers and people wrote.
    @Command(name = "import", mixinStandardHelpOptions = true, description = "Takes in what analysers wrote about videos: JSON or JSON lines of either generation, bare, with prefixes or in envelopes; and tables of what people coded: CSV with a column video_id and columns named after features (docs/patterns.md). Plain or gzipped, or folders of them. The same again changes nothing.")
    int take(
            @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders; names of JSON files may tell the video and the analyser.") List<Path> files) {
        for (Path file : files) {
            if (!Files.exists(file)) {
                throw CommandFailed.wrongUse(file + " does not exist", "Check the name.");
            }
        }
        Screen screen = console.screen();
        List<AnalysisReport> reports = new ArrayList<>();
        try (Workplace workplace = console.open()) {
            for (Path file : files) {
                AnalysisReport report = CommandFailed.translated(() -> workplace.creative().analyses().take(file));
                reports.add(report);
                PatternText.report(file, report, screen);
            }
        }
        screen.document(reports);
        return reports.stream().anyMatch(report -> report.stored() + report.unchanged() == 0) ? Cli.FAILED : Cli.DONE;
    }

    /// Searches for patterns.
    @Command(name = "run", mixinStandardHelpOptions = true, description = "Searches for patterns in the videos of a hashtag, of some creators, or in all. One that asked for the same and was cut off goes on with its next video.")
    int search(
            @Option(names = "--client", paramLabel = "NAME", required = true, description = "For whom.") String client,
            @Option(names = "--hashtag", paramLabel = "NAME", description = "Videos of this hashtag.") @Nullable String hashtag,
            @Option(names = "--creators", paramLabel = "HANDLES", description = "Videos of these creators, with commas between.") @Nullable String creators,
            @Option(names = "--workers", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "2", description = "So many videos are read at a time; the result is the same (default: 2).") int workers,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = HAND, description = "Who asks (default: hand).") String by,
            @Mixin Choosing choosing) {
        if (workers > 64) {
            throw CommandFailed.wrongUse("--workers (" + workers + ") must be 1 to 64", "Leave it out for 2.");
        }
        PatternRuns.Wanted wanted = CommandFailed.translated(() -> new PatternRuns.Wanted(client,
                PatternSubject.of(hashtag, creators), choosing.settings(), by));
        try (Workplace workplace = console.open()) {
            PatternRuns runs = workplace.creative().patterns();
            return CommandFailed.translated(() -> ran(runs, runs.begin(wanted), workers));
        }
    }

    /// Goes on with a search that was cut off.
    @Command(name = "resume", mixinStandardHelpOptions = true, description = "Goes on with a search that was cut off, with its next video.")
    int resume(@Parameters(paramLabel = "ID", description = "As list tells it.") String id) {
        try (Workplace workplace = console.open()) {
            PatternRuns runs = workplace.creative().patterns();
            return CommandFailed.translated(() -> ran(runs, runs.resume(id), 2));
        }
    }

    /// Gives up a search.
    @Command(name = "give-up", mixinStandardHelpOptions = true, description = "Gives up a search that has not ended, cut off or at work in whatever process: it stops at its next video or step. What was read stays.")
    int giveUp(@Parameters(paramLabel = "ID", description = "As list tells it.") String id,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = HAND, description = "Who gives it up (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            PatternRuns runs = workplace.creative().patterns();
            shown(runs, CommandFailed.translated(() -> runs.giveUp(id, by)));
        }
        return Cli.DONE;
    }

    private int ran(PatternRuns runs, BegunSearch begun, int workers) {
        try (begun) {
            PatternRun.Progress before = runs.get(begun.id().toString()).progress();
            if (before.done() > 0) {
                console.screen().remark("Goes on with search %s, which was cut off after %,d of %,d videos."
                        .formatted(begun.id(), before.done(), before.videos()));
            }
            PatternRun run;
            try (ProgressLine line = console.screen().progress("Reading videos")) {
                run = begun.run(workers, told(line));
            }
            shown(runs, run);
            return run.end() instanceof PatternRun.End.Failed ? Cli.FAILED : Cli.DONE;
        }
    }

    private static PatternRuns.Progress told(ProgressLine line) {
        return new PatternRuns.Progress() {
            @Override
            public void at(int done, int total) {
                line.at(done, total);
            }

            @Override
            public void searched(int steps, int total) {
                if (steps == 0) {
                    line.next("Comparing choices");
                }
                line.at(steps, total);
            }
        };
    }

    /// Lists searches.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Searches for patterns, the last first.")
    int list() {
        try (Workplace workplace = console.open()) {
            List<RunSummary> runs = workplace.creative().patterns().list(500, 0).items().stream().map(RunSummary::of)
                    .toList();
            console.screen().document(runs);
            console.screen()
                    .line(runs.isEmpty()
                            ? "Nothing was searched yet. Begin with \"upswell patterns run --client NAME --hashtag NAME\"."
                            : PatternText.table(runs).toString());
        }
        return Cli.DONE;
    }

    /// Shows a search.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "A search: which videos it chose, and its patterns with their evidence.")
    int show(@Parameters(paramLabel = "ID", description = "As list tells it.") String id) {
        try (Workplace workplace = console.open()) {
            PatternRuns runs = workplace.creative().patterns();
            shown(runs, CommandFailed.translated(() -> runs.get(id)));
        }
        return Cli.DONE;
    }

    /// Shows a client's hashtags beside each other.
    @Command(name = "across", mixinStandardHelpOptions = true, description = "A client's hashtags beside each other, and what the patterns of one do in the others.")
    int across(
            @Option(names = "--client", paramLabel = "NAME", required = true, description = "As searches name it.") String client) {
        try (Workplace workplace = console.open()) {
            AcrossDocument document = CommandFailed
                    .translated(() -> workplace.creative().clientHashtags().of(client, Locale.ENGLISH));
            console.screen().document(document);
            AcrossText.show(document, console.screen());
        }
        return Cli.DONE;
    }

    /// Shows the levels at which patterns hold.
    @Command(name = "levels", mixinStandardHelpOptions = true, description = "Confirmed patterns with the level at which they hold, from universal to one industry, by the clients' industries.")
    int levels() {
        try (Workplace workplace = console.open()) {
            LevelsDocument document = workplace.creative().patternPlaces().of(Locale.ENGLISH);
            console.screen().document(document);
            LevelsText.show(document, console.screen());
        }
        return Cli.DONE;
    }

    /// Puts a client beside the others of its industry.
    @Command(name = "benchmarks", mixinStandardHelpOptions = true, description = "A client beside the others of its industry, from five clients on, none of whom can be recognised; or makes the benchmarks of this quarter.")
    int benchmarks(
            @Option(names = "--client", paramLabel = "NAME", description = "As searches name it.") @Nullable String client,
            @Option(names = "--make", description = "Make those of this quarter, which then stand as they are.") boolean make,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = HAND, description = "Who asks for them (default: hand).") String by) {
        if (make == (client != null)) {
            throw CommandFailed.wrongUse("either --client NAME or --make must be given", "Give one of the two.");
        }
        try (Workplace workplace = console.open()) {
            Benchmarks benchmarks = workplace.creative().benchmarks();
            if (client == null) {
                Benchmarks.Made made = CommandFailed.translated(() -> benchmarks.make(by));
                console.screen().document(made);
                LevelsText.show(made, console.screen());
            } else {
                BenchmarkDocument document = CommandFailed.translated(() -> benchmarks.of(client));
                console.screen().document(document);
                LevelsText.show(document, console.screen());
            }
        }
        return Cli.DONE;
    }

    /// Shows what a competitor does.
    @Command(name = "competitor", mixinStandardHelpOptions = true, description = "What an account does and what goes with engagement there: lengths, hashtags, their number, times of posting.")
    int competitor(
            @Parameters(paramLabel = "HANDLE", description = "Whose videos were imported or collected.") String handle,
            @Option(names = "--own", paramLabel = "HANDLE", description = "An account of one's own: what it does not use yet is told.") @Nullable String own) {
        try (Workplace workplace = console.open()) {
            CompetitorDocument document = CommandFailed
                    .translated(() -> CompetitorDocument.of(workplace.creative().competitors().of(handle, own)));
            console.screen().document(document);
            AcrossText.show(document, console.screen());
        }
        return Cli.DONE;
    }

    /// Weighs a transfer.
    @Command(name = "transfer", mixinStandardHelpOptions = true, description = "How far patterns of one hashtag may be carried over to another; what is not told stays unknown.")
    int transfer(
            @Option(names = "--from", paramLabel = "HASHTAG", required = true, description = "Where the patterns are from.") String from,
            @Option(names = "--to", paramLabel = "HASHTAG", required = true, description = "Where they shall go.") String to,
            @Option(names = "--audience", paramLabel = "SHARE", description = "Likeness of the audiences, 0 to 1.") @Nullable Double audience,
            @Option(names = "--from-stage", paramLabel = "STAGE", description = "${COMPLETION-CANDIDATES} of the first product.") @Nullable Stage fromStage,
            @Option(names = "--to-stage", paramLabel = "STAGE", description = "The same of the other.") @Nullable Stage toStage) {
        if (audience != null && !(audience >= 0 && audience <= 1)) {
            throw CommandFailed.wrongUse("--audience (" + audience + ") must be 0 to 1",
                    "Leave it out if it is unknown.");
        }
        try (Workplace workplace = console.open()) {
            TransferDocument document = CommandFailed.translated(() -> TransferDocument.of(
                    workplace.creative().transfers().between(from, to,
                            new Transfers.Told(audience, fromStage, toStage))));
            console.screen().document(document);
            AcrossText.show(document, console.screen());
        }
        return Cli.DONE;
    }

    private void shown(PatternRuns runs, PatternRun run) {
        RunDocument document = RunDocument.of(run, runs.failures(run.id()), Locale.ENGLISH);
        console.screen().document(document);
        PatternText.show(document, console.screen());
    }
}
