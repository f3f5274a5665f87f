package dev.upswell.server.cli.access;

import dev.upswell.server.access.Person;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Lists the people who sign in, and removes one.
@Command(name = "people", mixinStandardHelpOptions = true, description = "Who signs in with a password: list, remove NAME. \"password set NAME\" adds somebody.")
public final class PeopleCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        REMOVE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list or remove.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "Who is removed.")
    private @Nullable String name;

    /// The command over this console.
    public PeopleCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            if (action == Action.REMOVE) {
                String gone = name;
                if (gone == null) {
                    throw CommandFailed.wrongUse("who is to be removed?", "Run \"upswell people\" and name one.");
                }
                CommandFailed.translated(() -> {
                    workplace.access().people().remove(gone);
                    return gone;
                });
            }
            List<Person> people = workplace.access().people().list();
            screen.document(people);
            var table = new TextTable("name", "role", "added", "password set");
            people.forEach(person -> table.row(person.name(), person.role().label(), person.addedAt().toString(),
                    person.passwordSetAt().toString()));
            screen.line(people.isEmpty()
                    ? "Nobody has a password: whoever sits at this machine is the owner, and the server answers to it alone."
                    : table.toString());
        }
        return Cli.DONE;
    }
}
