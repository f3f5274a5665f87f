package dev.upswell.server.cli.score;

import dev.upswell.creative.DurationBucket;
import dev.upswell.learn.Interval;
import dev.upswell.pattern.Choice;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.trial.Trials;
import dev.upswell.trial.Arm;
import dev.upswell.trial.Lift;
import dev.upswell.trial.Made;
import dev.upswell.trial.Standing;
import dev.upswell.trial.Verdict;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tries patterns in the field.
@Command(name = "trials", mixinStandardHelpOptions = true, description = "Tries patterns in the field: videos that were asked to do something beside videos that were not, and whether that is enough evidence (docs/trials.md).")
public final class TrialsCommand implements Callable<Integer> {

    private final Console console;

    /// The command over this console.
    public TrialsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        throw CommandFailed.wrongUse("what is to be done with trials?",
                "Name one of list, create, add, show and end.");
    }

    /// Lists trials.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Trials with their verdicts, the last begun first.")
    int list() {
        try (Workplace workplace = console.open()) {
            List<Trials.Seen> all = workplace.scoring().trials().list(500, 0).items();
            Screen screen = console.screen();
            screen.document(Map.of("trials", all.stream().map(TrialsCommand::document).toList()));
            if (all.isEmpty()) {
                screen.line("No pattern is tried yet. Begin with: upswell trials create NAME --feature FEATURE");
                return Cli.DONE;
            }
            TextTable table = new TextTable("id", "name", "asked for", "verdict", ">lift", ">test", ">control");
            for (Trials.Seen seen : all) {
                Standing standing = seen.standing();
                table.row(seen.trial().id().toString(), seen.trial().name(),
                        seen.trial().says(Locale.ENGLISH),
                        words(standing.verdict()) + (seen.trial().ended() == null ? "" : ", ended"),
                        standing.verdict().lifted().map(lift -> text("%.2f", lift.value())).orElse("–"),
                        String.valueOf(standing.test().known()), String.valueOf(standing.control().known()));
            }
            screen.line(table.toString());
        }
        return Cli.DONE;
    }

    /// Begins a trial.
    @Command(name = "create", mixinStandardHelpOptions = true, description = "Begins to try a pattern.")
    int create(@Parameters(paramLabel = "NAME", description = "What people call it.") String name,
            @Option(names = "--feature", paramLabel = "FEATURE", required = true, description = "Creative choice that test videos are asked for, as in docs/creative-features.md.") String feature,
            @Option(names = "--side", paramLabel = "SIDE", defaultValue = "above", description = "above or at_most: which side of the threshold is asked for (default: above).") Choice.Side side,
            @Option(names = "--threshold", paramLabel = "X", defaultValue = "0.5", description = "In the unit of the feature (default: 0.5, for flags).") double threshold,
            @Option(names = "--bucket", paramLabel = "LENGTH", defaultValue = "up_to_30", description = "up_to_15, up_to_30, up_to_60, up_to_90 or up_to_120 seconds (default: up_to_30).") DurationBucket bucket,
            @Option(names = "--lift", paramLabel = "X", description = "Lift it is planned to find, 1.3 to 3 (default: what earlier trials let expect, 1.5 without them).") @Nullable Double lift,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who begins it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            return told(workplace.scoring().trials()
                    .begin(new Trials.Wanted(name, feature, side, threshold, bucket, lift, by)));
        }
    }

    /// Adds a video.
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a video to a trial, or changes what was told of it; its arm stays.")
    int add(@Parameters(paramLabel = "TRIAL", description = "Id as list tells it.") String trial,
            @Parameters(paramLabel = "ARM", description = "test: asked to do what is tried; control: not.") Arm arm,
            @Parameters(paramLabel = "VIDEO", description = "Id of the video.") String video,
            @Option(names = "--creator", paramLabel = "HANDLE", description = "Whose it is (default: as it is stored).") @Nullable String creator,
            @Option(names = "--posted", paramLabel = "T", converter = InstantText.class, description = "When it was posted (default: as it is stored, or as its id tells).") @Nullable Instant posted,
            @Option(names = "--rate", paramLabel = "X", description = "Engagement rate at seven days, 0 to 1 (default: stored readings tell it).") @Nullable Double rate,
            @Option(names = "--made", paramLabel = "MADE", description = "done, not_done or unknown: whether it does what is tried (default: its analysis tells it).") @Nullable Made made,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who adds it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            return told(workplace.scoring().trials().add(trial,
                    new Trials.Added(video, arm, creator, posted, rate, made, by)));
        }
    }

    /// Shows a trial.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "A trial: its verdict, what it rests on, and how many more videos it needs.")
    int show(@Parameters(paramLabel = "TRIAL", description = "Id as list tells it.") String trial) {
        try (Workplace workplace = console.open()) {
            return told(workplace.scoring().trials().get(trial));
        }
    }

    /// Ends a trial.
    @Command(name = "end", mixinStandardHelpOptions = true, description = "Ends a trial: its verdict stays, and later trials expect what it found.")
    int end(@Parameters(paramLabel = "TRIAL", description = "Id as list tells it.") String trial) {
        try (Workplace workplace = console.open()) {
            return told(workplace.scoring().trials().end(trial));
        }
    }

    private int told(Trials.Seen seen) {
        Screen screen = console.screen();
        Standing standing = seen.standing();
        screen.document(document(seen));
        screen.line("%s (%s): %s".formatted(seen.trial().name(), seen.trial().says(Locale.ENGLISH),
                words(standing.verdict())));
        screen.line("Asked for: " + seen.trial().formula());
        screen.line("Trial " + seen.trial().id() + (seen.trial().ended() == null ? "" : ", ended"));
        standing.verdict().lifted().ifPresent(lift -> screen.line("Lift by what was asked for: " + words(lift)));
        if (standing.asMade() != null) {
            screen.line("Lift among videos known to do as asked (not judged): " + words(standing.asMade()));
        }
        group(screen, "Test", standing.test());
        group(screen, "Control", standing.control());
        if (standing.verdict() instanceof Verdict.NotEnoughEvidence(Lift _, var further)) {
            screen.line(text(
                    "%,d more videos, where new creators make one of each (%,d where each is of another creator), "
                            + "validate a true lift of %.2f with a chance of 80 %%.",
                    further.paired(), further.apart(),
                    seen.trial().expected().lift()));
            if (standing.waiting() > 0) {
                screen.line("Of these, %s posted already and waiting for the seventh day."
                        .formatted(standing.waiting() == 1 ? "1 is" : standing.waiting() + " are"));
            }
        }
        return Cli.DONE;
    }

    private static void group(Screen screen, String name, Standing.Group group) {
        screen.line("%s: %s, %d known at seven days, %d too young, %d not read then".formatted(name,
                Counted.of(group.videos(), "video"), group.known(), group.notYet(), group.unread())
                + (group.rate() == null ? "" : text("; engagement rate %.2f %%", 100 * group.rate()))
                + group.adherence().map(share -> text("; %d of %d analysed did as asked", group.asAsked(),
                        group.asAsked() + group.otherwise())).orElse(""));
    }

    private static String words(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Validated _ -> "validated";
            case Verdict.Rejected _ -> "rejected";
            case Verdict.NotEnoughEvidence _ -> "not enough evidence";
        };
    }

    private static String words(Lift lift) {
        Interval interval = lift.interval();
        return interval == null
                ? text("%.2f (so few videos exclude nothing)", lift.value())
                : text("%.2f (%.2f to %.2f, at any look)", lift.value(), interval.low(), interval.high());
    }

    private static Map<String, Object> document(Trials.Seen seen) {
        Standing standing = seen.standing();
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("id", seen.trial().id().toString());
        one.put("name", seen.trial().name());
        one.put("says", seen.trial().says(Locale.ENGLISH));
        one.put("formula", seen.trial().formula());
        one.put("ended", seen.trial().ended() != null);
        one.put("verdict", standing.verdict().word());
        standing.verdict().lifted().ifPresent(lift -> one.put("lift", lift));
        if (standing.asMade() != null) {
            one.put("liftAsMade", standing.asMade());
        }
        if (standing.verdict() instanceof Verdict.NotEnoughEvidence none) {
            one.put("further", none.further());
            one.put("waiting", standing.waiting());
        }
        one.put("test", standing.test());
        one.put("control", standing.control());
        return one;
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
