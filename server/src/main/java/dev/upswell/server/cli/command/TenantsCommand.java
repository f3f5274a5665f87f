package dev.upswell.server.cli.command;

import dev.upswell.server.access.TenantName;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "tenants", mixinStandardHelpOptions = true, description = "The tenants (brands or clients) of this data folder: list, create NAME.")
final class TenantsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        CREATE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list or create.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The new tenant's name.")
    private @Nullable String name;

    TenantsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            if (action == Action.CREATE) {
                workplace.tenants().findOrCreate(newName());
            }
            List<String> names = workplace.tenants().list().stream().map(TenantName::value).toList();
            screen.document(names);
            names.forEach(screen::line);
        }
        return Cli.DONE;
    }

    private TenantName newName() {
        if (name == null) {
            throw CommandFailed.wrongUse("the new tenant needs a name", "Write: upswell tenants create NAME");
        }
        try {
            return new TenantName(name);
        } catch (IllegalArgumentException e) {
            throw CommandFailed.wrongUse("\"" + name + "\" cannot be a tenant's name",
                    "Use 1 to 63 lower-case letters, digits and hyphens.");
        }
    }
}
