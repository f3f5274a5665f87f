package dev.upswell.server.cli.pattern;

import dev.upswell.server.across.Industries;
import dev.upswell.server.across.IndustryDocument;
import dev.upswell.server.across.IndustryDraft;
import dev.upswell.server.across.IndustryForm;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Workplace;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Industries, and which client belongs to which.
@Command(name = "industries", mixinStandardHelpOptions = true, description = "Industries with what is usual in them, and their clients; without more they are listed.")
final class IndustryCommands implements Callable<Integer> {

    private final Console console;

    IndustryCommands(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        try (Workplace workplace = console.open()) {
            List<IndustryDocument> all = workplace.creative().industries().list();
            console.screen().document(all);
            LevelsText.show(all, console.screen());
        }
        return Cli.DONE;
    }

    /// Adds an industry, or says it anew.
    @Command(name = "set", mixinStandardHelpOptions = true, description = "Adds an industry, or says anew all of one; a built-in one is changed for this tenant alone.")
    int set(@Parameters(paramLabel = "KEY", description = "For example functional_drinks.") String key,
            @Option(names = "--name", paramLabel = "NAME", required = true, description = "In English.") String name,
            @Option(names = "--name-id", paramLabel = "NAME", description = "In Indonesian (default: the English one).") @Nullable String indonesian,
            @Option(names = "--category", paramLabel = "NAME", required = true, description = "What it lies in, for example consumables.") String category,
            @Option(names = "--cluster", paramLabel = "NAME", required = true, description = "What the category lies in, for example wellness.") String cluster,
            @Option(names = "--hashtags", paramLabel = "NAMES", description = "What its brands use, with commas between.") @Nullable String hashtags,
            @Option(names = "--engagement", paramLabel = "RATE", description = "Usual engagement rate, a fraction.") @Nullable Double engagement,
            @Option(names = "--lengths", paramLabel = "LENGTHS", description = "In which most of its videos do well, as up_to_15, with commas between.") @Nullable String lengths,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who says it (default: hand).") String by) {
        IndustryDraft draft = new IndustryDraft(name, indonesian, category, cluster, IndustryForm.list(hashtags),
                engagement, IndustryForm.list(lengths));
        try (Workplace workplace = console.open()) {
            Industries industries = workplace.creative().industries();
            IndustryDocument kept = CommandFailed.translated(() -> industries.put(key, draft, by));
            console.screen().document(kept);
            LevelsText.show(List.of(kept), console.screen());
        }
        return Cli.DONE;
    }

    /// Removes an industry.
    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Removes an industry that was added, or what was changed of a built-in one.")
    int remove(@Parameters(paramLabel = "KEY", description = "As the list tells it.") String key) {
        try (Workplace workplace = console.open()) {
            boolean builtIn = CommandFailed.translated(() -> workplace.creative().industries().remove(key));
            console.screen().line(builtIn
                    ? "The industry " + key + " is as it is built in."
                    : "The industry " + key + " is removed.");
        }
        return Cli.DONE;
    }

    /// Says where a client belongs.
    @Command(name = "place", mixinStandardHelpOptions = true, description = "Says which industry a client belongs to.")
    int place(
            @Option(names = "--client", paramLabel = "NAME", required = true, description = "As searches name it.") String client,
            @Option(names = "--industry", paramLabel = "KEY", description = "As the list tells it (default: none).") @Nullable String industry,
            @Option(names = "--by", paramLabel = "WHO", defaultValue = "hand", description = "Who says it (default: hand).") String by) {
        try (Workplace workplace = console.open()) {
            Industries industries = workplace.creative().industries();
            console.screen().document(CommandFailed.translated(() -> industries.place(client, industry, by)));
            console.screen().line(industry == null
                    ? client + " belongs to no industry."
                    : client + " belongs to " + industry + ".");
        }
        return Cli.DONE;
    }
}
