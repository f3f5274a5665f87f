package dev.upswell.server.cli.recommend;

import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.contest.ConfigurationDocument;
import dev.upswell.server.recommend.Configurations;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds and retires the configurations by which lists are made.
@Command(name = "configurations", mixinStandardHelpOptions = true, description = "The configurations by which recommendations are made; requests are dealt by chance to all active ones.")
final class RecommendConfigurationsCommand implements Callable<Integer> {

    private final Console console;

    RecommendConfigurationsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return list();
    }

    /// Lists configurations.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "All configurations with their weights.")
    int list() {
        return told(configurations -> {
        });
    }

    /// Adds a configuration.
    @Command(name = "add", mixinStandardHelpOptions = true, description = "Adds a configuration; one by which lists were made cannot be changed under its name.")
    int add(@Parameters(paramLabel = "NAME", description = "Lower-case letters, digits and hyphens.") String name,
            @Option(names = "--virality", paramLabel = "X", defaultValue = "0.3", description = "What it weighs (default: 0.3).") double virality,
            @Option(names = "--relevance", paramLabel = "X", defaultValue = "0.4", description = "What it weighs (default: 0.4).") double relevance,
            @Option(names = "--engagement", paramLabel = "X", defaultValue = "0.3", description = "What it weighs (default: 0.3).") double engagement,
            @Option(names = "--crowd", paramLabel = "X", defaultValue = "1", description = "What all people did weighs, where it is known (default: 1).") double crowd,
            @Option(names = "--temperature", paramLabel = "X", defaultValue = "0.05", description = "Of the draw (default: 0.05).") double temperature,
            @Option(names = "--threshold", paramLabel = "X", description = "Score by formula from which a video may be shown, 0 to 1 (default: 0.5, with a ranker 0).") @Nullable Double threshold,
            @Option(names = "--ranker", paramLabel = "ID", description = "Learned ranker that orders lists.") @Nullable String ranker,
            @Option(names = "--waiting", description = "Only requests of a trial are dealt to it.") boolean waiting) {
        Configuration one;
        try {
            one = new Configuration(name, new ScoreWeights(virality, relevance, engagement, Map.of()).withCrowd(crowd),
                    ranker, temperature, Configuration.USUAL.pool(), Diversity.USUAL,
                    threshold == null ? Configurations.usualThreshold(ranker) : threshold);
        } catch (IllegalArgumentException e) {
            String[] lines = String.valueOf(e.getMessage()).split("\n", 2);
            throw CommandFailed.wrongUse(lines[0], lines.length > 1 ? lines[1] : "Mend it and try again.");
        }
        return told(configurations -> configurations.add(one,
                waiting ? Configurations.State.WAITING : Configurations.State.ACTIVE));
    }

    /// Retires a configuration.
    @Command(name = "retire", mixinStandardHelpOptions = true, description = "Deals no more requests to a configuration; lists that it made stay.")
    int retire(@Parameters(paramLabel = "NAME", description = "Which.") String name) {
        return told(configurations -> configurations.requireRetired(name));
    }

    private interface Work {
        void on(Configurations configurations);
    }

    private int told(Work work) {
        try (Workplace workplace = console.open()) {
            return CommandFailed.translated(() -> {
                Configurations configurations = workplace.recommending().contest().configurations();
                work.on(configurations);
                List<ConfigurationDocument> all = ConfigurationDocument.all(configurations);
                Screen screen = console.screen();
                screen.document(Map.of("configurations", all));
                TextTable table = new TextTable("name", "state", ">virality", ">relevance", ">engagement", ">crowd",
                        ">temperature", ">threshold", "ranker");
                all.forEach(one -> table.row(one.name(), one.state().name().toLowerCase(Locale.ROOT),
                        number(one.virality()), number(one.relevance()), number(one.engagement()),
                        number(one.crowd()),
                        number(one.temperature()), number(one.threshold()),
                        one.ranker() == null ? "–" : one.ranker()));
                screen.line(table.toString());
                return Cli.DONE;
            });
        }
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
