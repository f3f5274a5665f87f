package dev.upswell.server.cli.access;

import dev.upswell.server.access.Person;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Gives a person a password.
@Command(name = "password", mixinStandardHelpOptions = true, description = "set [NAME]: gives a person a password (typed unseen, or piped in) and adds them as owner; from the first on, pages ask for sign-in and programs for a token.")
public final class PasswordCommand implements Callable<Integer> {

    private enum Action {
        SET
    }

    private final Console console;

    @Parameters(index = "0", description = "set.")
    private Action action = Action.SET;

    @Parameters(index = "1", arity = "0..1", defaultValue = "owner", paramLabel = "NAME", description = "Who signs in with it (default: owner). The password is asked for, never given here: other people of this machine can read arguments.")
    private String name = "owner";

    /// The command over this console.
    public PasswordCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Person person = switch (action) {
                case SET -> CommandFailed.translated(
                        () -> workplace.access().people().setPassword(name,
                                console.input().secret("The password of " + name
                                        + ":")));
            };
            screen.document(person);
            screen.line("The password of " + person.name()
                    + " is set; their sign-ins have ended. A running server asks for it within five seconds.");
        }
        return Cli.DONE;
    }
}
