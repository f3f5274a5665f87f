package dev.upswell.server.cli.command;

import dev.upswell.server.access.Tenant;
import dev.upswell.server.access.TenantName;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.cli.privacy.TenantErasureText;
import dev.upswell.server.privacy.TenantErasures;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "tenants", mixinStandardHelpOptions = true, description = "The tenants (brands or clients) of this data folder: list, create NAME, end NAME (its subscription: reports stay readable for 30 days), resume NAME, erase NAME --confirm NAME (everything of it, for good, with proof), erasures (docs/privacy.md).")
final class TenantsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        CREATE,
        END,
        RESUME,
        ERASE,
        ERASURES
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, create, end, resume, erase or erasures.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The tenant's name.")
    private @Nullable String name;

    @Option(names = "--confirm", defaultValue = "", paramLabel = "NAME", description = "Of erase: the name once more; everything of the tenant goes for good.")
    private String confirmation = "";

    @Option(names = "--by", defaultValue = "hand", paramLabel = "WHO", description = "Of erase: who asked for it (default: hand).")
    private String who = "hand";

    TenantsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            switch (action) {
                case LIST -> {
                }
                case ERASE -> {
                    return CommandFailed.translated(() -> {
                        TenantErasures erasures = workplace.tenantErasures();
                        TenantErasureText.tell(screen, erasures,
                                erasures.erase(newName().value(), confirmation, who));
                        return Cli.DONE;
                    });
                }
                case ERASURES -> {
                    return CommandFailed.translated(
                            () -> TenantErasureText.list(screen, workplace.tenantErasures(), name));
                }
                case CREATE -> workplace.tenants().findOrCreate(newName());
                case END -> CommandFailed.translated(() -> workplace.installation().end(newName().value()));
                case RESUME -> CommandFailed.translated(() -> workplace.installation().resume(newName().value()));
            }
            List<Tenant> tenants = workplace.installation().tenants();
            screen.document(tenants.stream().map(one -> one.name().value()).toList());
            tenants.forEach(one -> screen.line(one.endedAt() == null
                    ? one.name().value()
                    : one.name() + " (ended " + one.endedAt() + ", reports readable until " + one.readableUntil()
                            + ")"));
        }
        return Cli.DONE;
    }

    private TenantName newName() {
        if (name == null) {
            throw CommandFailed.wrongUse(
                    action == Action.CREATE ? "the new tenant needs a name" : "which tenant?",
                    "Write: upswell tenants " + action.name().toLowerCase(Locale.ROOT) + " NAME");
        }
        try {
            return new TenantName(name);
        } catch (IllegalArgumentException e) {
            throw CommandFailed.wrongUse("\"" + name + "\" cannot be a tenant's name",
                    "Use 1 to 63 lower-case letters, digits and hyphens.");
        }
    }
}
