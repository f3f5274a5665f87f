package dev.upswell.server.cli.score;

import dev.upswell.market.Market;
import dev.upswell.market.MarketSettings;
import dev.upswell.market.MarketText;
import dev.upswell.scorecard.Kpi;
import dev.upswell.scorecard.Weighting;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Learns weights of scorecards from what creators' next periods brought.
@Command(name = "weights", mixinStandardHelpOptions = true, description = "Learns how much each indicator of a scorecard should count from what the next period brought, and tells whether that ranks later revenue better than the written weights and equal ones (docs/scorecards.md): fit FILE, or simulate FILE for made-up creators to try it on. Nothing is kept.")
public final class WeightsCommand implements Callable<Integer> {

    private static final long LARGEST_FILE = 100_000_000;
    private static final long MOST_MADE_UP = 100_000;

    private enum Action {
        FIT,
        SIMULATE
    }

    private final Console console;

    @Parameters(index = "0", description = "fit or simulate.")
    private Action action = Action.FIT;

    @Parameters(index = "1", paramLabel = "FILE", description = "A CSV of creator_id, period, inputs by their names, and next_revenue.")
    private Path file = Path.of("");

    @Option(names = "--judge", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "3", description = "So many of the last periods judge and are not learnt from (default: 3).")
    private int judged = FitSettings.USUAL.judged();

    @Option(names = "--tiers", paramLabel = "RULE", defaultValue = "ordered", description = "ordered: a tier weighs at least as much as the next; fixed: 0.55, 0.32 and 0.13; free (default: ordered).")
    private TierRule rule = TierRule.ORDERED;

    @Option(names = "--seed", paramLabel = "N", converter = WholeNumber.Offset.class, defaultValue = "1", description = "Which draws the intervals rest on, or which creators are made up (default: 1).")
    private long seed = 1;

    @Option(names = "--creators", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "200", description = "How many to make up (default: 200).")
    private int creators = 200;

    @Option(names = "--periods", paramLabel = "N", converter = WholeNumber.Count.class, defaultValue = "16", description = "Over how many periods (default: 16).")
    private int periods = 16;

    /// The command over this console.
    public WeightsCommand(Console console) {
        this.console = console;
    }

    /// The whole result.
    ///
    /// @param weights by indicator
    /// @param spread of each in 90 of 100 draws of creators
    /// @param learntFrom first and last period, as they are written
    /// @param judgedOn first and last period, as they are written
    record Result(Map<String, Double> weights, Map<String, Interval> spread, List<String> learntFrom,
            List<String> judgedOn, FittedWeights.Source source, Standing standing, boolean betterThanBoth,
            List<OutcomeFile.Problems> refused) {
    }

    @Override
    public Integer call() {
        return switch (action) {
            case FIT -> fit();
            case SIMULATE -> simulate();
        };
    }

    private int simulate() {
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
        screen.document(Map.of("file", file.toString(), "drivers", named(settings.drivers())));
        screen.line(
                "Wrote %,d made-up creators over %d periods to %s. What drives their revenue, first what drives most: %s."
                        .formatted(creators, periods, file, settings.drivers().entrySet().stream()
                                .sorted(Map.Entry.<Kpi, Double>comparingByValue().reversed())
                                .map(one -> words(one.getKey())).collect(Collectors.joining(", "))));
        return Cli.DONE;
    }

    private int fit() {
        OutcomeFile read = OutcomeFile.of(text());
        var settings = new FitSettings(judged, rule, FitSettings.USUAL.resamples(), seed);
        List<Lack> lacks = FittedWeights.lacks(read.outcomes(), settings);
        if (!lacks.isEmpty()) {
            read.broken().forEach(one -> remark(one, console.screen()));
            throw CommandFailed.failed(file + " is too little to learn from: "
                    + lacks.stream().map(WeightsCommand::told).collect(Collectors.joining("; ")),
                    "Add periods and creators, or let fewer periods judge by --judge.");
        }
        FittedWeights fitted = FittedWeights.fit(read.outcomes(), settings);
        Screen screen = console.screen();
        screen.document(result(fitted, read));
        screen.line(table(fitted).toString());
        say(fitted, read, screen);
        read.broken().forEach(one -> remark(one, screen));
        return read.broken().isEmpty() ? Cli.DONE : Cli.FAILED;
    }

    private static void remark(OutcomeFile.Problems broken, Screen screen) {
        screen.remark("line " + broken.line() + ": " + String.join(" ", broken.problems()));
    }

    private String text() {
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

    private static String told(Lack lack) {
        String what = switch (lack.what()) {
            case PERIODS -> "periods, with those that judge";
            case CREATORS -> "creators in the periods that are learnt from";
            case JUDGED_CREATORS -> "creators in the periods that judge";
            case OUTCOMES -> "rows with a next revenue in the periods that are learnt from";
            case REVENUES -> "different revenues in them";
            case INDICATORS -> "indicators that are known in a tenth of them, of the tiers that the rule needs";
        };
        return "%,d of at least %,d %s".formatted(lack.there(), lack.needed(), what);
    }

    private static Map<String, Double> named(Map<Kpi, Double> values) {
        Map<String, Double> named = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            Double value = values.get(kpi);
            if (value != null) {
                named.put(kpi.field(), value);
            }
        }
        return named;
    }

    private static Result result(FittedWeights fitted, OutcomeFile read) {
        Map<String, Interval> spread = new LinkedHashMap<>();
        for (Kpi kpi : Kpi.values()) {
            spread.put(kpi.field(), fitted.spread(kpi));
        }
        FittedWeights.Source source = fitted.source();
        return new Result(named(fitted.weights().weights()), spread, between(read, source.from(), source.to()),
                between(read, source.judgedFrom(), source.judgedTo()), source, fitted.standing(),
                fitted.standing().beatsBoth(), read.broken());
    }

    private static List<String> between(OutcomeFile read, int from, int to) {
        return List.of(read.periods().get(from), read.periods().get(to));
    }

    private static TextTable table(FittedWeights fitted) {
        var table = new TextTable("indicator", ">tier", ">written", ">learnt", ">in 90 of 100 draws");
        for (Kpi kpi : Kpi.values()) {
            Interval spread = fitted.spread(kpi);
            table.row(words(kpi), String.valueOf(kpi.tier().number()), "%.3f".formatted(Weighting.SEED.of(kpi)),
                    fitted.source().unseen().contains(kpi)
                            ? "not known"
                            : "%.3f".formatted(fitted.weights().of(kpi)),
                    "%.3f to %.3f".formatted(spread.low(), spread.high()));
        }
        return table;
    }

    private static String words(Kpi kpi) {
        return kpi.field().replace('_', ' ');
    }

    private static void say(FittedWeights fitted, OutcomeFile read, Screen screen) {
        FittedWeights.Source source = fitted.source();
        Standing standing = fitted.standing();
        screen.line(
                "Learnt from %s of %s, periods %s; judged on %s, periods %s, each creator by weights that do not know its past."
                        .formatted(Counted.of(source.outcomes(), "row"), Counted.of(source.creators(), "creator"),
                                String.join(" to ", between(read, source.from(), source.to())),
                                Counted.of(standing.outcomes(), "row"),
                                String.join(" to ", between(read, source.judgedFrom(), source.judgedTo()))));
        screen.line("Rank correlation with the next revenue: learnt %.3f, written %.3f, equal %.3f."
                .formatted(standing.fitted(), standing.seed(), standing.equal()));
        screen.line("Learnt beside written %s; beside equal %s, in 95 of 100 draws of creators."
                .formatted(said(standing.overSeed()), said(standing.overEqual())));
        screen.line(standing.beatsBoth()
                ? "The learnt weights rank later revenue better than both, by more than chance explains."
                : "The learnt weights are not shown to rank later revenue better than both: there is no reason to adopt them.");
        if (read.open() > 0) {
            screen.line("%s without a next revenue left out.".formatted(Counted.of(read.open(), "row")));
        }
    }

    private static String said(Standing.Gain gain) {
        return "%+.3f (%+.3f to %+.3f)".formatted(gain.difference(), gain.interval().low(), gain.interval().high());
    }
}
