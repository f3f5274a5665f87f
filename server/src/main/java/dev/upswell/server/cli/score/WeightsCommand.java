package dev.upswell.server.cli.score;

import dev.upswell.market.Market;
import dev.upswell.market.MarketSettings;
import dev.upswell.market.MarketText;
import dev.upswell.scorecard.Kpi;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.InstantText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.scorecard.KeptWeighting;
import dev.upswell.server.weigh.History;
import dev.upswell.server.weigh.Learning;
import dev.upswell.server.weigh.LearningSettings;
import dev.upswell.server.weigh.LearntWeights;
import dev.upswell.weigh.FitSettings;
import dev.upswell.weigh.FittedWeights;
import dev.upswell.weigh.Interval;
import dev.upswell.weigh.Lack;
import dev.upswell.weigh.Standing;
import dev.upswell.weigh.TierRule;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Learns weights of scorecards from what creators' next periods brought, and works on those that are kept.
@Command(name = "weights", mixinStandardHelpOptions = true, description = "Learns how much each indicator of a scorecard should count from what the next period brought, and tells whether that ranks later revenue better than the written weights and equal ones (docs/scorecards.md). Nothing is kept without --keep, and nothing is put in force without adopt.")
public final class WeightsCommand implements Callable<Integer> {

    private static final long LARGEST_FILE = 100_000_000;
    private static final long MOST_MADE_UP = 100_000;
    private static final String HAND = "hand";

    private final Console console;

    /// The command over this console.
    public WeightsCommand(Console console) {
        this.console = console;
    }

    /// What was learnt, as a document.
    ///
    /// @param weights by indicator
    /// @param spread of each in 90 of 100 draws of creators
    /// @param learntFrom first and last period, as they are written
    /// @param judgedOn first and last period, as they are written
    /// @param kept under which id; null when nothing is kept
    record Result(Map<String, Double> weights, Map<String, Interval> spread, List<String> learntFrom,
            List<String> judgedOn, FittedWeights.Source source, Standing standing, boolean betterThanBoth,
            @Nullable String kept, @Nullable Integer version, List<OutcomeFile.Problems> refused) {
    }

    @Override
    public Integer call() {
        throw CommandFailed.wrongUse("what is to be done with weights?",
                "Name one of fit, simulate, list, show, adopt and withdraw.");
    }

    /// Makes up creators whose drivers are known.
    @Command(name = "simulate", mixinStandardHelpOptions = true, description = "Writes made-up creators whose drivers of revenue are known, to try \"fit\" on.")
    int simulate(@Parameters(paramLabel = "FILE", description = "A new CSV.") Path file,
            @Option(names = "--seed", paramLabel = "N", converter = WholeNumber.Offset.class, defaultValue = "1", description = "Which creators are made up (default: 1).") long seed,
            @Option(names = "--creators", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "200", description = "How many to make up (default: 200).") int creators,
            @Option(names = "--periods", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "16", description = "Over how many periods (default: 16).") int periods) {
        if (Files.exists(file)) {
            throw CommandFailed.wrongUse(file + " is there already", "Name a new file.");
        }
        if (creators < 2 || periods < 2 || (long) creators * periods > MOST_MADE_UP) {
            throw CommandFailed.wrongUse("%,d creators over %,d periods cannot be made up".formatted(creators, periods),
                    "Ask for at least 2 of each, and for at most %,d rows.".formatted(MOST_MADE_UP));
        }
        MarketSettings settings = MarketSettings.usual(seed).ofSize(creators, periods);
        try {
            Files.writeString(file, MarketText.of(Market.of(settings).seen()));
        } catch (IOException e) {
            throw CommandFailed.failed("cannot write " + file, "Name a file in a folder that exists, with free space.");
        }
        Screen screen = console.screen();
        screen.document(Map.of("file", file.toString(), "drivers", WeightsText.named(settings.drivers())));
        screen.line(
                "Wrote %,d made-up creators over %d periods to %s. What drives their revenue, first what drives most: %s."
                        .formatted(creators, periods, file, settings.drivers().entrySet().stream()
                                .sorted(Map.Entry.<Kpi, Double>comparingByValue().reversed())
                                .map(one -> WeightsText.words(one.getKey())).collect(Collectors.joining(", "))));
        return Cli.DONE;
    }

    /// Learns weights from a file or from the history of this tenant.
    @Command(name = "fit", mixinStandardHelpOptions = true, description = "Learns weights from FILE, or without one from the scorecards, orders and told revenue that are kept.")
    int fit(@Parameters(arity = "0..1", paramLabel = "FILE", description = "A CSV of creator_id, period, inputs by their names, and next_revenue.") @Nullable Path file,
            @Option(names = "--judge", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "3", description = "So many of the last periods judge and are not learnt from (default: 3).") int judged,
            @Option(names = "--tiers", paramLabel = "RULE", defaultValue = "ordered", description = "ordered: a tier weighs at least as much as the next; fixed: 0.55, 0.32 and 0.13; free (default: ordered).") TierRule rule,
            @Option(names = "--seed", paramLabel = "N", converter = WholeNumber.Offset.class, defaultValue = "1", description = "Which draws the intervals rest on (default: 1).") long seed,
            @Option(names = "--period", paramLabel = "DAYS", converter = WholeNumber.Count.class, defaultValue = "28", description = "Without FILE: how long a period is, 7 to 92 days (default: 28).") int days,
            @Option(names = "--at", paramLabel = "T", converter = InstantText.class, description = "Without FILE: nothing told later counts (default: now).") @Nullable Instant at,
            @Option(names = "--keep", paramLabel = "NAME", description = "Keeps the weights under this name, to be adopted or not.") @Nullable String keep,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = HAND, description = "Who keeps them (default: hand).") String by) {
        if (days < LearningSettings.FEWEST_DAYS || days > LearningSettings.MOST_DAYS) {
            throw CommandFailed.wrongUse("--period (%d) must be %d to %d".formatted(days, LearningSettings.FEWEST_DAYS,
                    LearningSettings.MOST_DAYS), "Leave it out for 28.");
        }
        var settings = new LearningSettings(new FitSettings(judged, rule, FitSettings.USUAL.resamples(), seed), days);
        Learning.Wanted wanted = new Learning.Wanted(keep == null ? "learnt" : keep, settings, at, by);
        return file == null ? ownHistory(wanted, keep != null) : file(file, wanted, keep != null);
    }

    private int file(Path file, Learning.Wanted wanted, boolean keep) {
        OutcomeFile read = OutcomeFile.of(text(file));
        if (!keep) {
            return told(file.toString(), read.history(), wanted.settings().fit(), read);
        }
        Path name = file.getFileName();
        try (Workplace workplace = console.open()) {
            return told(file.toString(),
                    workplace.scoring().learning().keep(wanted, name == null ? "file" : name.toString(),
                            read.history()),
                    read);
        }
    }

    private int ownHistory(Learning.Wanted wanted, boolean keep) {
        try (Workplace workplace = console.open()) {
            Learning learning = workplace.scoring().learning();
            String subject = "the history of this tenant";
            if (!keep) {
                Instant at = wanted.asOf();
                return told(subject, learning.history(wanted.settings(),
                        at == null ? console.screen().clock().instant() : at, Learning.Progress.SILENT),
                        wanted.settings().fit(), OutcomeFile.NONE);
            }
            try (Learning.Begun begun = learning.begin(wanted)) {
                return told(subject, begun.run(Learning.Progress.SILENT), OutcomeFile.NONE);
            }
        }
    }

    private int told(String subject, History history, FitSettings settings, OutcomeFile read) {
        List<Lack> lacks = FittedWeights.lacks(history.outcomes(), settings);
        if (!lacks.isEmpty()) {
            throw lacking(subject, lacks, history.extent(), read);
        }
        FittedWeights fitted = FittedWeights.fit(history.outcomes(), settings);
        return told(fitted, history.extent(), null, read);
    }

    private int told(String subject, LearntWeights one, OutcomeFile read) {
        History.Extent extent = Objects.requireNonNull(one.history(), "a history is kept before weights are");
        return switch (one.end()) {
            case LearntWeights.End.Learnt learnt -> told(WeightsText.fitted(learnt), extent, one, read);
            case LearntWeights.End.Lacking lacking -> throw lacking(subject, lacking.lacks(), extent, read);
            case LearntWeights.End.Failed failed -> throw CommandFailed.failed(failed.why(), "See the log for more.");
            case LearntWeights.End.Running _ -> throw CommandFailed.failed("it is still at work", "Try again later.");
        };
    }

    private CommandFailed lacking(String subject, List<Lack> lacks, History.Extent extent, OutcomeFile read) {
        read.broken().forEach(one -> remark(one, console.screen()));
        if (extent.withoutRevenue() > 0) {
            console.screen().remark(WeightsText.left(extent));
        }
        return CommandFailed.failed(subject + " is too little to learn from: "
                + lacks.stream().map(WeightsText::told).collect(Collectors.joining("; ")),
                "Add periods and creators, or let fewer periods judge by --judge.");
    }

    private int told(FittedWeights fitted, History.Extent extent, @Nullable LearntWeights kept, OutcomeFile read) {
        Screen screen = console.screen();
        Integer version = kept != null && kept.end() instanceof LearntWeights.End.Learnt learnt
                ? learnt.version()
                : null;
        screen.document(WeightsText.result(fitted, extent, kept == null ? null : kept.id().toString(), version,
                read.broken()));
        WeightsText.say(fitted, extent, screen);
        if (read.open() > 0) {
            screen.line("%s without a next revenue left out.".formatted(Counted.of(read.open(), "row")));
        }
        if (extent.withoutRevenue() > 0) {
            screen.line(WeightsText.left(extent));
        }
        if (kept != null) {
            screen.line("Kept as weighting %s, version %d. To put it in force: upswell weights adopt %s --reason WHY"
                    .formatted(kept.name(), version, kept.name()));
        }
        read.broken().forEach(one -> remark(one, screen));
        return read.broken().isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    /// Lists weights that were learnt and kept.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Weights that were learnt and kept, the last first; what was too little for it, too.")
    int list() {
        try (Workplace workplace = console.open()) {
            Learning learning = workplace.scoring().learning();
            WeightsText.list(console.screen(), learning.list(500, 0).items(),
                    learning.cards().weightings().inForce());
        }
        return Cli.DONE;
    }

    /// Shows learnt weights.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "Learnt weights beside the written ones, what they rest on, and how they rank later revenue.")
    int show(
            @Parameters(paramLabel = "NAME|ID", description = "Name for the last of it, or id as list tells it.") String name) {
        try (Workplace workplace = console.open()) {
            Learning learning = workplace.scoring().learning();
            return told(name, learning.last(name).orElseGet(() -> learning.get(name)), OutcomeFile.NONE);
        }
    }

    /// Puts a weighting in force.
    @Command(name = "adopt", mixinStandardHelpOptions = true, description = "Puts a weighting in force, learnt or not, and scores the last card of every creator by it.")
    int adopt(
            @Parameters(paramLabel = "NAME", description = "As list, or \"upswell score weights\", tells it.") String name,
            @Option(names = "--kept-version", paramLabel = "N", converter = WholeNumber.Count.class, description = "Which (default: the last).") @Nullable Integer version,
            @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why.") String reason,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = HAND, description = "Who adopts it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            inForce(workplace.scoring().scorecards().adopt(name, version, reason, by));
        }
        return Cli.DONE;
    }

    /// Takes a weighting out of force.
    @Command(name = "withdraw", mixinStandardHelpOptions = true, description = "Takes the weighting that is in force out of it: what was in force before it is so again.")
    int withdraw(@Parameters(paramLabel = "NAME", description = "What is in force.") String name,
            @Option(names = "--reason", paramLabel = "WHY", required = true, description = "Why.") String reason,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = HAND, description = "Who withdraws it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            inForce(workplace.scoring().scorecards().withdraw(name, reason, by));
        }
        return Cli.DONE;
    }

    private void inForce(KeptWeighting now) {
        console.screen().document(Map.of("inForce", now.name(), "version", now.version()));
        console.screen().line("Creators are scored by %s (version %d) from now on.".formatted(now.name(),
                now.version()));
    }

    private static void remark(OutcomeFile.Problems broken, Screen screen) {
        screen.remark("line " + broken.line() + ": " + String.join(" ", broken.problems()));
    }

    private static String text(Path file) {
        try {
            if (Files.size(file) > LARGEST_FILE) {
                throw CommandFailed.wrongUse(file + " is larger than 100 MB", "Leave older periods out.");
            }
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw CommandFailed.wrongUse(file + " is no UTF-8", "Save it as UTF-8 and read it again.");
        } catch (IOException e) {
            throw CommandFailed.wrongUse(file + " cannot be read", "Check the name and who may read it.");
        }
    }
}
