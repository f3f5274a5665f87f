package dev.upswell.server.cli.word;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.narrative.NarrativeDocument;
import dev.upswell.server.narrative.Narratives;
import dev.upswell.server.narrative.Narratives.Filter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `narratives`.
@Command(name = "narratives", mixinStandardHelpOptions = true, description = "Why things move, in checked sentences with their evidence (docs/narratives.md); without more they are listed.")
public final class NarrativesCommand implements Callable<Integer> {

    private static final int MOST = 500;

    private final Console console;

    /// The command over this console.
    public NarrativesCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return list(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// Lists them.
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Narratives that stand, the newest first.")
    int list(
            @Option(names = "--entity", paramLabel = "KIND/ID", description = "Of this alone, such as hashtag/corgilife.") Optional<String> entity,
            @Option(names = "--kind", paramLabel = "KIND", description = "narrative, risk, counterfactual or collision.") Optional<String> kind,
            @Option(names = "--language", paramLabel = "CODE", description = "en or id (default: the first of narratives.languages).") Optional<String> language) {
        try (Workplace workplace = console.open()) {
            Narratives narratives = workplace.narratives();
            Filter filter = CommandFailed.translated(() -> new Filter(Narratives.kind(kind.orElse(null)),
                    Narratives.topic(entity.orElse(null)),
                    language.isPresent() ? Narratives.language(language.get()) : narratives.languages().getFirst()));
            shown(narratives.list(filter, MOST, 0).items().stream().map(NarrativeDocument::of).toList());
        }
        return Cli.DONE;
    }

    /// Shows one.
    @Command(name = "show", mixinStandardHelpOptions = true, description = "A narrative with its evidence.")
    int show(@Parameters(paramLabel = "ID", description = "As the list tells it.") String id) {
        try (Workplace workplace = console.open()) {
            NarrativeDocument one = CommandFailed
                    .translated(() -> NarrativeDocument.of(workplace.narratives().get(id)));
            Screen screen = console.screen();
            screen.document(one);
            told(one, screen);
            one.evidence().forEach(row -> screen.line("  %s  %s%s: %s%s".formatted(row.id(),
                    row.entity() == null ? "" : row.entity() + ", ", row.measure(), value(row),
                    row.page() == null ? "" : "  " + row.page())));
        }
        return Cli.DONE;
    }

    /// Makes those of one entity, or what the job makes.
    @Command(name = "make", mixinStandardHelpOptions = true, description = "Makes narratives of what moves most, as the job does every 6 hours; with KIND/ID those of one, anew.")
    int make(
            @Parameters(arity = "0..1", paramLabel = "KIND/ID", description = "Such as hashtag/corgilife.") @Nullable String entity) {
        try (Workplace workplace = console.open()) {
            if (entity != null) {
                shown(CommandFailed.translated(() -> workplace.narratives().make(entity)).stream()
                        .map(NarrativeDocument::of).toList());
                return Cli.DONE;
            }
            Narratives.Round round = CommandFailed.translated(() -> workplace.narratives().run());
            console.screen().document(round);
            console.screen().line("%,d narratives made, %,d of them by a model; %,d stand as they were."
                    .formatted(round.made(), round.models(), round.same()));
        }
        return Cli.DONE;
    }

    private void shown(List<NarrativeDocument> all) {
        console.screen().document(all);
        if (all.isEmpty()) {
            console.screen().line("There are no narratives yet. Compute metrics, then: "
                    + console.hint("narratives make"));
        }
        all.forEach(one -> told(one, console.screen()));
    }

    private static void told(NarrativeDocument one, Screen screen) {
        screen.line("%s  %s (%s, %s, as of %s, by %s)%s".formatted(one.id(), one.name(), one.kind(), one.language(),
                one.asOf(), one.model() == null ? "template" : one.model(),
                one.verdict() == null ? "" : "  " + one.verdict()));
        if (one.rejected()) {
            screen.line("  Somebody said that this is not to be shown.");
            return;
        }
        one.bullets().forEach(bullet -> screen.line("  - " + bullet.cited()));
        if (!one.flags().isEmpty()) {
            screen.line("  flags: " + one.flags().stream()
                    .map(flag -> "%s %.3f (limit %.3f)".formatted(flag.rule(), flag.number(), flag.limit()))
                    .collect(Collectors.joining(", ")));
        }
    }

    private static String value(NarrativeDocument.Row row) {
        return row.value() == null ? String.valueOf(row.of()) : row.value() + " " + row.unit();
    }
}
