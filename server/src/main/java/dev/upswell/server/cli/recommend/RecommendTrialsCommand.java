package dev.upswell.server.cli.recommend;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.contest.ConfigurationTrial.Kind;
import dev.upswell.server.contest.ConfigurationTrials;
import dev.upswell.server.contest.Look;
import dev.upswell.server.contest.TrialDocument;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Tries two configurations of recommendations beside each other.
@Command(name = "trials", mixinStandardHelpOptions = true, description = "Tries two configurations of recommendations beside each other, and tells at any time which is better.")
final class RecommendTrialsCommand implements Callable<Integer> {

    private final Console console;

    RecommendTrialsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return list();
    }

    /// Lists trials.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Trials with what they tell, the last begun first.")
    int list() {
        try (Workplace workplace = console.open()) {
            List<TrialDocument> all = workplace.recommending().contest().trials().list().stream()
                    .map(TrialDocument::of).toList();
            Screen screen = console.screen();
            screen.document(Map.of("trials", all));
            if (all.isEmpty()) {
                screen.line("No configurations were tried yet. Begin with: "
                        + console.hint("recommend trials begin --a usual --b NAME"));
                return Cli.DONE;
            }
            TextTable table = new TextTable("name", "how", "A", "B", "verdict", ">value", ">from", ">to");
            all.forEach(one -> table.row(one.name(), one.kind() == Kind.AB ? "A/B" : "interleaved", one.a(), one.b(),
                    one.found().says() + (one.endedAt() == null ? "" : ", ended"), number(one.found().value()),
                    number(one.found().low()), number(one.found().high())));
            screen.line(table.toString());
            return Cli.DONE;
        }
    }

    /// Begins a trial.
    @Command(name = "begin", mixinStandardHelpOptions = true, description = "Begins a trial of two configurations; every request belongs to it until it ends.")
    int begin(
            @Option(names = "--a", paramLabel = "NAME", required = true, description = "First configuration, active or waiting.") String a,
            @Option(names = "--b", paramLabel = "NAME", required = true, description = "Second configuration.") String b,
            @Option(names = "--interleave", description = "Each list is of both, instead of each account having the lists of one.") boolean interleave,
            @Option(names = "--name", paramLabel = "NAME", description = "Of the trial (default: made of both names).") @Nullable String name,
            @Option(names = "--effect", paramLabel = "X", defaultValue = "1", description = "Difference of reward per list that an A/B test is quickest at, above 0 (default: 1, one video more watched to the end).") double effect,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who begins it (default: hand).") String by) {
        if (!(effect > 0 && effect < Double.POSITIVE_INFINITY)) {
            throw CommandFailed.wrongUse("This is no number above 0: effect " + effect + ".", "Write it like 0.5.");
        }
        return told(trials -> trials.begin(
                new ConfigurationTrials.Wanted(name, interleave ? Kind.INTERLEAVE : Kind.AB, a, b, effect, by)));
    }

    /// Shows a trial.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "A trial: what it tells, and what that rests on.")
    int show(@Parameters(paramLabel = "TRIAL", description = "Its name.") String trial) {
        return told(trials -> trials.get(trial));
    }

    /// Ends a trial.
    @Command(name = "end", mixinStandardHelpOptions = true, description = "Ends a trial; what it told stays.")
    int end(@Parameters(paramLabel = "TRIAL", description = "Its name.") String trial,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who ends it (default: hand).") String by) {
        return told(trials -> trials.end(trial, by));
    }

    /// Takes the winner for all.
    @Command(name = "promote", mixinStandardHelpOptions = true, description = "Takes the winner of a trial for all; the other configuration is retired.")
    int promote(@Parameters(paramLabel = "TRIAL", description = "Its name.") String trial,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who does it (default: hand).") String by) {
        return told(trials -> trials.promote(trial, by));
    }

    private int told(Function<ConfigurationTrials, ConfigurationTrials.Seen> work) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                TrialDocument one = TrialDocument.of(work.apply(workplace.recommending().contest().trials()));
                Screen screen = console.screen();
                screen.document(one);
                tell(screen, one);
                return Cli.DONE;
            });
        }
    }

    private static void tell(Screen screen, TrialDocument one) {
        boolean ab = one.kind() == Kind.AB;
        screen.line("%s (%s of A %s and B %s%s): %s".formatted(one.name(), ab ? "A/B" : "interleaved lists", one.a(),
                one.b(), one.endedAt() == null ? "" : ", ended", one.found().says()));
        side(screen, "A", one.found().a(), ab);
        side(screen, "B", one.found().b(), ab);
        if (one.found().low() != null) {
            screen.line((ab
                    ? "A list of B brings %s more than one of A (%s to %s, at any look; p %s)."
                    : "B won a share of %s of the decided lists (%s to %s, at any look; p %s).").formatted(
                            number(one.found().value()), number(one.found().low()), number(one.found().high()),
                            String.format(Locale.ROOT, "%.3g", one.found().p())));
        }
        if (one.found().undecided() > 0) {
            screen.line(Counted.of(one.found().undecided(), "list") + " won by both alike.");
        }
        if (one.found().waiting() > 0) {
            screen.line(Counted.of(one.found().waiting(), "list") + " younger than a day, not counted yet.");
        }
        if (one.promoted() != null) {
            screen.line(one.promoted() + " was taken for all.");
        }
    }

    private static void side(Screen screen, String name, Look.Side side, boolean ab) {
        screen.line("%s: %s, %s%s, reward of a list %s".formatted(name, Counted.of(side.people(), "account"),
                Counted.of(side.lists(), "list"), ab ? "" : " won", number(side.reward())));
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
