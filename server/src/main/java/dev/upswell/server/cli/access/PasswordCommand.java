package dev.upswell.server.cli.access;

import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Person;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Gives a person a password.
@Command(name = "password", mixinStandardHelpOptions = true, description = "set [NAME]: gives a person a password (typed unseen, or piped in) and adds them, as owner unless --role says another; from the first on, pages ask for sign-in and programs for a token.")
public final class PasswordCommand implements Callable<Integer> {

    private enum Action {
        SET
    }

    private final Console console;

    @Parameters(index = "0", description = "set.")
    private Action action = Action.SET;

    @Parameters(index = "1", arity = "0..1", defaultValue = "owner", paramLabel = "NAME", description = "Who signs in with it (default: owner). The password is asked for, never given here: other people of this machine can read arguments.")
    private String name = "owner";

    @Option(names = "--role", paramLabel = "ROLE", description = "Of somebody who is added: owner, executive, analyst, planner, creator, affiliate, client or admin (default: owner). Whoever is there keeps theirs.")
    private @Nullable String role;

    /// Somebody, as programs read it.
    private record Document(UUID id, String name, String role, Instant addedAt, Instant passwordSetAt) {
    }

    /// The command over this console.
    public PasswordCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Person person = switch (action) {
                case SET -> CommandFailed.translated(() -> set(workplace));
            };
            screen.document(new Document(person.id(), person.name(), person.role().label(), person.addedAt(),
                    person.passwordSetAt()));
            screen.line("The password of " + person.name()
                    + " is set; their sign-ins have ended. A running server asks for it within five seconds.");
        }
        return Cli.DONE;
    }

    private Person set(Workplace workplace) {
        Roster roster = workplace.access().roster();
        Role wanted = role == null ? null : Role.of(role);
        boolean there = roster.list().stream().anyMatch(member -> member.person().name().equals(name));
        String password = console.input().secret("The password of " + name + ":");
        return there || wanted == null
                ? workplace.access().people().setPassword(name, password)
                : roster.add(new Caller.Local(), name, wanted, password).person();
    }
}
