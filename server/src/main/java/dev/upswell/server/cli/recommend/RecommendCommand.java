package dev.upswell.server.cli.recommend;

import dev.upswell.server.cli.Branching;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.contest.ConfigurationValue;
import dev.upswell.server.contest.ConfigurationValues;
import dev.upswell.server.contest.EvaluationDocument;
import dev.upswell.server.contest.LearntRanker;
import dev.upswell.server.contest.LearntRankers;
import dev.upswell.server.recommend.RecommendationDocument;
import dev.upswell.server.seek.Wish;
import dev.upswell.server.taste.ProfileJson;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Recommends stored videos to an account that has a profile.
@Command(name = "recommend", mixinStandardHelpOptions = true, description = "Recommends stored videos to an account that has a profile: each with its score, the parts of it, and why (docs/recommendations.md). Works without a key and without a network; with --live a source is asked too.")
public final class RecommendCommand implements Callable<Integer>, Branching {

    private final Console console;

    @Option(names = "--username", paramLabel = "HANDLE", description = "To whom, with or without @.")
    private @Nullable String username;

    @Option(names = "--count", paramLabel = "N", defaultValue = "20", description = "How many videos, 1 to 100 (default: 20).")
    private int count = 20;

    @Option(names = "--profile", paramLabel = "FILE", description = "The profile to recommend from, as \"upswell profile --output\" writes it (default: the last one that is kept). It is kept as the account's profile until one is made anew.")
    private @Nullable Path profile;

    @Option(names = "--live", negatable = true, description = "Also put the profile's queries to a live source, within its budget, or not (default: the setting recommend.live).")
    private @Nullable Boolean live;

    /// The command over this console.
    public RecommendCommand(Console console) {
        this.console = console;
    }

    @Override
    public List<Callable<Integer>> branches() {
        return List.of(new RecommendTrialsCommand(console), new RecommendConfigurationsCommand(console));
    }

    @Override
    public Integer call() {
        ProfileJson.Told told = profile == null ? null : ProfileFile.read(profile);
        String handle = username == null && told != null ? told.username() : username;
        if (handle == null) {
            throw CommandFailed.wrongUse("to whom?",
                    "Name the account with --username, or use trials, value, evaluate, rankers or configurations.");
        }
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                if (told != null) {
                    workplace.recommending().profiles().take(handle, told);
                }
                RecommendationDocument given = workplace.recommending().recommender().give(handle, count,
                        Duration.ZERO, Wish.of(live));
                Screen screen = console.screen();
                screen.document(given);
                RecommendText.tell(screen, given);
                return Cli.DONE;
            });
        }
    }

    /// Tells what configurations are worth.
    @Command(name = "value", mixinStandardHelpOptions = true, description = "What a list by each configuration is worth, told from logged lists whichever configuration drew them; no figure below an effective sample of 100 lists.")
    int value(
            @Option(names = "--configuration", paramLabel = "NAME", description = "Which (default: all).") @Nullable String configuration) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                ConfigurationValues values = workplace.recommending().contest().values();
                List<ConfigurationValue> all = configuration == null
                        ? values.list()
                        : List.of(values.get(configuration));
                Screen screen = console.screen();
                screen.document(Map.of("values", all));
                TextTable table = new TextTable("configuration", ">lists", ">effective", ">reward of a list",
                        ">from", ">to");
                all.forEach(one -> table.row(one.configuration() + (one.unserved() ? " (never dealt)" : ""),
                        String.valueOf(one.lists()), text(one.effective(), 0), text(one.value(), 2),
                        text(one.low(), 2), text(one.high(), 2)));
                screen.line(table.toString());
                if (all.stream().anyMatch(one -> one.value() == null)) {
                    screen.line("There is no figure below an effective sample of " + ConfigurationValue.LEAST_EFFECTIVE
                            + " lists that are a day old.");
                }
                return Cli.DONE;
            });
        }
    }

    /// Tells how configurations order later lists.
    @Command(name = "evaluate", mixinStandardHelpOptions = true, description = "How active configurations order the last quarter of the lists that were shown to people of one's own, beside popularity in the first three quarters: NDCG at 10 with intervals.")
    int evaluate() {
        try (Workplace workplace = console.open()) {
            EvaluationDocument told = workplace.recommending().contest().evaluations().evaluate();
            Screen screen = console.screen();
            screen.document(told);
            if (!told.orders().isEmpty()) {
                screen.line("%s of %s.".formatted(Counted.of(told.lists(), "later list"),
                        Counted.of(told.people(), "account")));
                TextTable table = new TextTable("order", ">NDCG@10", ">from", ">to", ">more than popularity", ">from",
                        ">to");
                told.orders().forEach(one -> table.row(one.order(), text(one.ndcg(), 3), text(one.low(), 3),
                        text(one.high(), 3), text(one.better(), 3), text(one.betterLow(), 3),
                        text(one.betterHigh(), 3)));
                screen.line(table.toString());
            }
            screen.line(told.says());
            return Cli.DONE;
        }
    }

    /// Lists rankers.
    @Command(name = "rankers", mixinStandardHelpOptions = true, description = "Rankers that were learnt from what people did, with how they did on lists that they did not learn from.")
    int rankers(
            @Option(names = "--learn", description = "Learn one now from the lists there are, and from what people did beside them.") boolean learn) {
        try (Workplace workplace = console.open()) {
            LearntRankers rankers = workplace.recommending().contest().rankers();
            Screen screen = console.screen();
            if (learn) {
                screen.remark(rankers.learn().note());
            }
            List<LearntRanker> all = rankers.list();
            screen.document(Map.of("rankers", all));
            if (all.isEmpty()) {
                screen.line("No ranker was learnt yet: " + LearntRankers.LEAST_LISTS
                        + " lists with a good reaction are needed, or "
                        + LearntRankers.LEAST_TAKEN_PEOPLE
                        + " accounts that did more with some videos than with others. Learn one with: "
                        + console.hint("recommend rankers --learn"));
                return Cli.DONE;
            }
            TextTable table = new TextTable("ranker", "learnt", "out of", ">lists", ">accounts",
                    ">more than the formula",
                    ">from", ">to", "state");
            all.forEach(one -> table.row(one.id(), one.trainedAt().toString(), from(one.learntFrom()),
                    String.valueOf(one.requests()),
                    String.valueOf(one.people()), text(one.judged().better(), 3), text(one.judged().low(), 3),
                    text(one.judged().high(), 3),
                    one.promotedAt() != null ? "serves" : one.wins() ? "may be tried" : "not better"));
            screen.line(table.toString());
            return Cli.DONE;
        }
    }

    private static String from(LearntRanker.From from) {
        return switch (from) {
            case LISTS -> "lists";
            case TAKEN_OUT -> "taken out";
            case BOTH -> "both";
        };
    }

    private static String text(@Nullable Double value, int digits) {
        return value == null ? "–" : String.format(Locale.ROOT, "%." + digits + "f", value);
    }
}
