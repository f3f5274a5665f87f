package dev.upswell.server.cli.text;

import dev.upswell.language.Entities;
import dev.upswell.language.Entity;
import dev.upswell.language.EntityWords;
import dev.upswell.language.LanguageGuess;
import dev.upswell.language.Sentiment;
import dev.upswell.language.TextTokens;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.text.TextVersion;
import dev.upswell.server.text.Texts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Captions as vectors: how they stand, and makes what is missing.
@Command(name = "texts", mixinStandardHelpOptions = true, description = "What captions say: vectors, languages, sentiment and keywords (docs/themes.md); without more, how they stand.")
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

    /// Reads a text that is given.
    @Command(name = "read", mixinStandardHelpOptions = true, description = "What a text says: its language, whether it praises or complains, with what that rests on, and what names of those that ship it has. Nothing is stored.")
    int read(@Parameters(paramLabel = "TEXT", description = "A caption.") String text) {
        TextTokens tokens = TextTokens.of(text);
        LanguageGuess guess = LanguageGuess.of(tokens);
        Optional<Sentiment> sentiment = Sentiment.of(tokens, guess.language());
        List<Entity> names = new Entities(EntityWords.shipped(), Set.of()).in(tokens);
        console.screen().document(new ReadText(guess.language(), sentiment.orElse(null), names));
        console.screen().line("Language: " + guess.language());
        console.screen().line(sentiment.map(TextsCommand::said).orElse("Praise and complaint: unknown"));
        names.forEach(one -> console.screen().line(one.name() + ": "
                + one.kind().name().toLowerCase(Locale.ROOT) + ", " + one.text() + " at " + one.start()));
        return Cli.DONE;
    }

    /// What a text says.
    ///
    /// @param sentiment null where it is unknown
    record ReadText(String language, @Nullable Sentiment sentiment, List<Entity> names) {
    }

    private static String said(Sentiment one) {
        return String.format(Locale.ROOT, "%s (%+.2f): %s", one.tone().name().toLowerCase(Locale.ROOT), one.valence(),
                one.signs().stream().map(sign -> String.format(Locale.ROOT, "%s %+.2f", sign.text(), sign.weight()))
                        .collect(Collectors.joining(", ")));
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
