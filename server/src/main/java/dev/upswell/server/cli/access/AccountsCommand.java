package dev.upswell.server.cli.access;

import dev.upswell.server.access.Installation.Account;
import dev.upswell.server.access.Installation;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Adds, lists and removes accounts of people who belong to several tenants.
@Command(name = "accounts", mixinStandardHelpOptions = true, description = "People who sign in once for several tenants: list, add NAME, password NAME, join NAME, leave NAME, remove NAME. Passwords are typed unseen, or piped in.")
public final class AccountsCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        ADD,
        PASSWORD,
        JOIN,
        LEAVE,
        REMOVE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, add, password, join, leave or remove.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The account's name, such as an e-mail address.")
    private @Nullable String name;

    @Option(names = "--tenants", defaultValue = "", paramLabel = "A,B", description = "Of add, join and leave: which tenants, separated by commas.")
    private String tenants = "";

    @Option(names = "--role", defaultValue = "owner", paramLabel = "R", description = "Of add and join: what they are to these tenants (default: owner).")
    private String role = "owner";

    @Option(names = "--runs-installation", description = "Of add: whether they may add tenants and accounts on the page Access · Tenants.")
    private boolean runsInstallation;

    /// The command over this console.
    public AccountsCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Installation installation = workplace.installation();
            if (action != Action.LIST) {
                String meant = meant();
                CommandFailed.translated(() -> {
                    change(installation, meant);
                    return meant;
                });
            }
            list(screen, installation.accounts());
        }
        return Cli.DONE;
    }

    private void change(Installation installation, String meant) {
        switch (action) {
            case LIST -> {
            }
            case ADD -> {
                installation.add(meant, password(meant), runsInstallation);
                named().forEach(tenant -> installation.join(meant, tenant, role));
            }
            case PASSWORD -> installation.setPassword(meant, password(meant));
            case JOIN -> someTenants().forEach(tenant -> installation.join(meant, tenant, role));
            case LEAVE -> someTenants().forEach(tenant -> installation.leave(meant, tenant));
            case REMOVE -> installation.remove(meant);
        }
    }

    private String password(String meant) {
        return console.input().secret("The password of " + meant + ":");
    }

    private List<String> named() {
        return Arrays.stream(tenants.split(",")).map(String::strip).filter(one -> !one.isEmpty()).toList();
    }

    private List<String> someTenants() {
        if (named().isEmpty()) {
            throw CommandFailed.wrongUse("which tenants?", "Name them: upswell accounts join mira --tenants acme,beta");
        }
        return named();
    }

    private String meant() {
        if (name == null) {
            throw CommandFailed.wrongUse("which account?",
                    "Name it: upswell accounts add mira@agency.example --tenants acme,beta");
        }
        return name;
    }

    private static void list(Screen screen, List<Account> accounts) {
        screen.document(accounts);
        if (accounts.isEmpty()) {
            screen.line("There are no accounts: everybody who signs in belongs to one tenant.");
            return;
        }
        var table = new TextTable("name", "runs the installation", "belongs to", "password set");
        for (Account account : accounts) {
            table.row(account.name(), account.runsInstallation() ? "yes" : "no",
                    account.memberships().stream().map(one -> one.tenant() + " as " + one.role())
                            .collect(Collectors.joining(", ")),
                    account.passwordSetAt().toString());
        }
        screen.line(table.toString());
    }
}
