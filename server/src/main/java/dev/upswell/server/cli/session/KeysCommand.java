package dev.upswell.server.cli.session;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.vault.ProviderKeys;
import dev.upswell.server.vault.ProviderKeys.Standing;
import dev.upswell.server.vault.Rotation.Rotated;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Shows, sets and removes keys of providers, and changes the master key.
@Command(name = "keys", mixinStandardHelpOptions = true, description = "Keys of providers, kept encrypted: list, set NAME (typed unseen, or piped in), remove NAME, rotate (a new master key).")
public final class KeysCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        SET,
        REMOVE,
        ROTATE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, set, remove or rotate.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The key, such as ensembledata.token. Its value is asked for, never given here: other people of this machine can read arguments.")
    private @Nullable String name;

    /// The command over this console.
    public KeysCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            switch (action) {
                case LIST -> list(screen, workplace.collecting().keys().list());
                case SET -> set(screen, workplace.collecting().keys());
                case REMOVE -> {
                    Standing now = workplace.collecting().keys().remove(meant());
                    screen.document(now);
                    screen.line("The key " + now.name() + " was removed from the vault.");
                }
                case ROTATE -> rotate(screen, workplace.collecting().rotation().rotate());
            }
        }
        return Cli.DONE;
    }

    private void set(Screen screen, ProviderKeys keys) {
        Standing now = keys.set(meant(), console.input().secret("The key " + meant() + ":"));
        screen.document(now);
        screen.line("The key " + now.name() + " is kept, encrypted; its print is " + now.print() + ".");
        if (now.origin() == ProviderKeys.Origin.SETTING) {
            screen.line("A setting or the environment gives another, which wins.");
        }
    }

    private static void rotate(Screen screen, Rotated done) {
        screen.document(done);
        screen.line("%,d secrets of all tenants are now sealed with the master key %s.".formatted(done.sealed(),
                done.key()));
        if (done.closed() > 0) {
            screen.line("%,d could not be opened and stay as they were: set them again.".formatted(done.closed()));
        }
        if (done.given() && done.closed() == 0) {
            screen.line(
                    "What stands in vault/master.key and in vault.former-master-keys is no longer needed by this data.");
        }
    }

    private void list(Screen screen, List<Standing> all) {
        screen.document(all);
        var table = new TextTable("key", "state", "print", "sealed");
        for (Standing key : all) {
            String print = key.print();
            table.row(key.name(), switch (key.origin()) {
                case SETTING -> "set by a setting";
                case VAULT -> "set, encrypted";
                case CLOSED -> "cannot be opened: another master key";
                case NONE -> "not set";
            }, print == null ? "" : print, key.setAt() == null ? "" : key.setAt().toString());
        }
        screen.line(table.toString());
        screen.line("To set one: " + console.hint("keys set NAME"));
    }

    private String meant() {
        if (name == null) {
            throw CommandFailed.wrongUse("which key?", "Run \"upswell keys\" and name one.");
        }
        return name;
    }
}
