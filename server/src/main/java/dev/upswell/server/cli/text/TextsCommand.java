package dev.upswell.server.cli.text;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.text.TextVersion;
import dev.upswell.server.text.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;

/// Captions as vectors: how they stand, and makes what is missing.
@Command(name = "texts", mixinStandardHelpOptions = true, description = "What captions say: vectors, languages and keywords (docs/themes.md); without more, how they stand.")
public final class TextsCommand implements Callable<Integer> {

    private final Console console;

    /// The command over this console.
    public TextsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        return status();
    }

    /// How texts stand.
    @Command(name = "status", mixinStandardHelpOptions = true, description = "The version that serves, how many videos have a vector, and their languages.")
    int status() {
        try (Workplace workplace = console.open()) {
            Texts.Status status = workplace.texting().texts().status();
            console.screen().document(status);
            show(status, console.screen());
        }
        return Cli.DONE;
    }

    /// Makes what is missing.
    @Command(name = "run", mixinStandardHelpOptions = true, description = "Makes vectors of captions that are new or changed, as the job semantics does every 4 hours.")
    int run() {
        return work(false);
    }

    /// Learns a version anew.
    @Command(name = "relearn", mixinStandardHelpOptions = true, description = "Learns a version anew from all captions, turns it onto the older one, and makes all vectors by it.")
    int relearn() {
        return work(true);
    }

    private int work(boolean anew) {
        try (Workplace workplace = console.open()) {
            Optional<Texts.Round> round = CommandFailed.translated(() -> workplace.texting().texts().run(anew));
            round.ifPresent(console.screen()::document);
            console.screen().line(round.map(TextsCommand::said).orElse("Another process is at it."));
        }
        return Cli.DONE;
    }

    private static String said(Texts.Round round) {
        return String.format(Locale.ROOT, "%,d captions: %,d vectors made, %,d removed%s.", round.captions(),
                round.made(), round.removed(), round.learnt() ? "; a version was learnt" : "");
    }

    private static void show(Texts.Status status, Screen screen) {
        TextVersion version = status.version();
        if (version == null) {
            screen.line("No version was learnt yet. Import captions, then \"upswell texts run\".");
            return;
        }
        screen.line(String.format(Locale.ROOT, "Version of %s, learnt from %,d captions: %,d terms, %s.",
                version.madeAt(), version.captions(), version.terms(),
                version.sentenceModel() == null ? "no sentence model" : version.sentenceModel()));
        screen.line(String.format(Locale.ROOT, "%,d videos: %s.", status.videos(), status.languages().stream()
                .map(one -> String.format(Locale.ROOT, "%s %,d", one.language(), one.videos()))
                .collect(Collectors.joining(", "))));
    }
}
