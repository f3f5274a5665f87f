package dev.upswell.server.cli.word;

import dev.upswell.prompt.Acceptance;
import dev.upswell.prompt.Attention;
import dev.upswell.prompt.PromptVersion;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Numbers;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.WholeNumber;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.refine.RefinementDocument;
import dev.upswell.server.refine.TrialDocument;
import dev.upswell.server.wording.Prompts;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Wordings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `prompts`.
@Command(name = "prompts", mixinStandardHelpOptions = true, description = "The words by which language models are asked: list, show PURPOSE, propose PURPOSE --file F, promote PURPOSE N, try PURPOSE N --percent P, refine, trials.")
public final class PromptsCommand implements Callable<Integer> {

    private static final String HAND = "hand";

    private enum Action {
        LIST,
        SHOW,
        PROPOSE,
        PROMOTE,
        TRY,
        REFINE,
        TRIALS
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, show, propose, promote, try, refine (proposes versions by what was said of texts) or trials (tried versions beside the serving ones).")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "PURPOSE", description = "What is worded, such as narrative.")
    private @Nullable String purpose;

    @Parameters(index = "2", arity = "0..1", paramLabel = "N", converter = WholeNumber.Count.class, description = "The version to promote or try.")
    private @Nullable Integer number;

    @Option(names = "--file", paramLabel = "F", description = "A file with the words of the version to propose.")
    private @Nullable Path file;

    @Option(names = "--note", paramLabel = "TEXT", description = "What the proposed version changes.")
    private @Nullable String note;

    @Option(names = "--percent", paramLabel = "P", description = "Part of the texts that the tried version words; 0 ends the trial (default: 10).")
    private int percent = 10;

    @Option(names = "--by", paramLabel = "NAME", description = "Who proposes or promotes (default: hand).")
    private @Nullable String by;

    /// The command over this console.
    public PromptsCommand(Console console) {
        this.console = console;
    }

    /// A version as scripts read it.
    record Line(String purpose, int number, String state, double trialShare, String author, String note,
            String template,
            long outputs, long accepted, long edited, long rejected, long falsehoods, long seen,
            @Nullable Double dwellSeconds, long acted) {

        static Line of(PromptVersion version, Acceptance acceptance, Attention attention) {
            return new Line(version.purpose(), version.number(), version.state().name().toLowerCase(Locale.ROOT),
                    version.trialShare(), version.author(), version.note(), version.template(), acceptance.outputs(),
                    acceptance.accepted(), acceptance.edited(), acceptance.rejected(), acceptance.falsehoods(),
                    attention.seen(), attention.seen() == 0 ? null : Double.valueOf(attention.mean()),
                    attention.acted());
        }
    }

    @Override
    public Integer call() {
        return switch (action) {
            case LIST -> list(Arrays.asList(Purpose.values()), true);
            case SHOW -> list(List.of(purpose()), false);
            case PROPOSE -> propose();
            case PROMOTE -> promote();
            case TRY -> tryOut();
            case REFINE -> refine();
            case TRIALS -> trials();
        };
    }

    private Purpose purpose() {
        if (purpose == null) {
            throw CommandFailed.wrongUse("the purpose is missing", "Name it: upswell prompts show narrative.");
        }
        return Prompts.purpose(purpose);
    }

    private int list(List<Purpose> purposes, boolean serving) {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Wordings wordings = workplace.reporting().wordings();
            List<Line> lines = purposes.stream().flatMap(one -> wordings.prompts().versions(one).stream()
                    .filter(version -> !serving || version.state() == PromptVersion.State.SERVING)
                    .map(version -> Line.of(version, wordings.outputs().acceptance(one, version.number()),
                            wordings.outputs().attention(one, version.number()))))
                    .toList();
            screen.document(lines);
            var table = new TextTable("purpose", ">version", "state", ">texts", ">accepted", ">edited", ">rejected",
                    ">discarded", ">seen", ">seconds in view", ">acted on");
            lines.forEach(line -> table.row(line.purpose(), String.valueOf(line.number()), line.state(),
                    String.valueOf(line.outputs()), String.valueOf(line.accepted()), String.valueOf(line.edited()),
                    String.valueOf(line.rejected()), String.valueOf(line.falsehoods()),
                    String.valueOf(line.seen()), seconds(line.dwellSeconds()), String.valueOf(line.acted())));
            screen.line(table.toString());
            if (!serving) {
                lines.forEach(line -> screen.line(line.number() + "  " + line.template()));
            }
        }
        return Cli.DONE;
    }

    private static String seconds(@Nullable Double seconds) {
        return seconds == null ? "-" : "%.1f".formatted(seconds);
    }

    private int propose() {
        Purpose known = purpose();
        if (file == null) {
            throw CommandFailed.wrongUse("--file is missing", "Write the words into a file and name it with --file.");
        }
        String words = words(file);
        try (Workplace workplace = console.open()) {
            PromptVersion version = workplace.reporting().wordings().prompts().propose(known, words, by(),
                    note == null ? "" : note);
            console.screen().document(version);
            console.screen().line("Kept as version %d of %s; nobody is asked by it before it is promoted: %s"
                    .formatted(version.number(), known.label(),
                            console.hint("prompts promote " + known.label() + " " + version.number())));
        }
        return Cli.DONE;
    }

    private static String words(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw CommandFailed.wrongUse("cannot read " + file, "Name a text file in UTF-8.");
        }
    }

    private int promote() {
        Purpose known = purpose();
        if (number == null) {
            throw CommandFailed.wrongUse("the version is missing", "Name it: upswell prompts promote narrative 2.");
        }
        try (Workplace workplace = console.open()) {
            PromptVersion version = workplace.reporting().wordings().prompts().promote(known, number, by());
            console.screen().document(version);
            console.screen().line("Version %d of %s serves.".formatted(version.number(), known.label()));
        }
        return Cli.DONE;
    }

    private int tryOut() {
        Purpose known = purpose();
        if (number == null) {
            throw CommandFailed.wrongUse("the version is missing",
                    "Name it: upswell prompts try narrative 2 --percent 10.");
        }
        try (Workplace workplace = console.open()) {
            PromptVersion version = workplace.reporting().wordings().prompts().tryOut(known, number, percent / 100.0);
            console.screen().document(version);
            console.screen()
                    .line("Version %d of %s words %d %% of the texts.".formatted(version.number(), known.label(),
                            percent));
        }
        return Cli.DONE;
    }

    private int refine() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<RefinementDocument> proposed = workplace.reporting().refinements().run().stream()
                    .map(RefinementDocument::of).toList();
            screen.document(proposed);
            proposed.forEach(one -> screen.line("%s %d  %s".formatted(one.purpose(), one.number(), one.note())));
            if (proposed.isEmpty()) {
                screen.line("Too little was said of texts of language models to propose a version.");
            }
        }
        return Cli.DONE;
    }

    private int trials() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            List<TrialDocument> trials = workplace.reporting().refinements().trials().stream().map(TrialDocument::of)
                    .toList();
            screen.document(trials);
            if (trials.isEmpty()) {
                screen.line("No version is tried; see: " + console.hint("prompts try narrative 2 --percent 10"));
            }
            for (TrialDocument trial : trials) {
                screen.line("%s: version %d beside %d since %s, %s".formatted(trial.purpose(), trial.tried(),
                        trial.serving(), trial.since(), trial.verdict().name().toLowerCase(Locale.ROOT)));
                var table = new TextTable("figure", ">serving", ">texts", ">tried", ">texts", ">difference", ">95 %");
                trial.figures().forEach(one -> table.row(one.figure().name().toLowerCase(Locale.ROOT),
                        Numbers.decimal(one.serving(), 3), String.valueOf(one.servingTexts()),
                        Numbers.decimal(one.tried(), 3), String.valueOf(one.triedTexts()),
                        Numbers.decimal(one.difference(), 3),
                        Numbers.decimal(one.low(), 3) + " to " + Numbers.decimal(one.high(), 3)));
                screen.line(table.toString());
            }
        }
        return Cli.DONE;
    }

    private String by() {
        return by == null || by.isBlank() ? HAND : by;
    }
}
