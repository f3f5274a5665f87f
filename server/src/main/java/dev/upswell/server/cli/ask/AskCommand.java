package dev.upswell.server.cli.ask;

import dev.upswell.server.ask.AnswerDocument;
import dev.upswell.server.ask.Asking;
import dev.upswell.server.ask.Subject;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Asks a question in words.
@Command(name = "ask", mixinStandardHelpOptions = true, description = "Answers a question in English or Indonesian from what is stored, with its numbers, or says what is not known (docs/ask.md).")
public final class AskCommand implements Callable<Integer> {

    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "QUESTION", description = "For example \"Why is #glowskin rising?\"")
    private List<String> question = List.of();

    @Option(names = "--language", paramLabel = "L", description = "en or id (default: told by the words).")
    private @Nullable String language;

    /// The command over this console.
    public AskCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            AnswerDocument answer = workplace.asking()
                    .ask(new Asking.Wanted(String.join(" ", question), language, null, "command"));
            screen.document(answer);
            screen.line(answer.text());
            if (!answer.readAs().isEmpty()) {
                screen.line("Read as: " + answer.readAs() + (answer.readBy() == null
                        ? ""
                        : " (put so by " + answer.readBy().model() + ": " + answer.readBy().question() + ")"));
            }
            answer.meant().stream().map(Subject::name).forEach(name -> screen.line("Meant may be: " + name));
            answer.suggestions().forEach(one -> screen.line("Can be asked: " + one));
        }
        return Cli.DONE;
    }
}
