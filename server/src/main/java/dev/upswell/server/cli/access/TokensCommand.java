package dev.upswell.server.cli.access;

import dev.upswell.server.access.AccessToken;
import dev.upswell.server.access.Scope;
import dev.upswell.server.access.Tokens;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.DurationText;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Makes, lists and revokes tokens of programs.
@Command(name = "tokens", mixinStandardHelpOptions = true, description = "Tokens with which programs come in: list, create NAME (shown once), revoke NAME.")
public final class TokensCommand implements Callable<Integer> {

    private enum Action {
        LIST,
        CREATE,
        REVOKE
    }

    private final Console console;

    @Parameters(index = "0", arity = "0..1", defaultValue = "list", description = "list, create or revoke.")
    private Action action = Action.LIST;

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "What the token is for; to revoke one, its name or id.")
    private @Nullable String name;

    @Option(names = "--scopes", paramLabel = "S", defaultValue = "read", description = "Of create only: what it may do, of read, write, score, admin, separated by commas; none contains another (default: read).")
    private String scopes = "read";

    @Option(names = "--expires", paramLabel = "90d", converter = DurationText.class, description = "Of create only: how long it lasts, at most 366d (default: 90d).")
    private Duration expires = Duration.ofDays(90);

    /// The command over this console.
    public TokensCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Screen screen = console.screen();
        try (Workplace workplace = console.open()) {
            Tokens tokens = workplace.access().tokens();
            switch (action) {
                case LIST -> list(screen, tokens.list());
                case CREATE -> create(screen, tokens);
                case REVOKE -> {
                    AccessToken gone = CommandFailed.translated(() -> tokens.revoke(meant()));
                    screen.document(gone);
                    screen.line("The token " + gone.name()
                            + " is revoked; a running server refuses it within five seconds.");
                }
            }
        }
        return Cli.DONE;
    }

    /// A token that was made, with all of its text.
    private record Document(String id, String name, List<String> scopes, Instant expiresAt, String token) {
    }

    private void create(Screen screen, Tokens tokens) {
        AccessToken.Made made = CommandFailed.translated(() -> tokens.make(meant(),
                Scope.of(Arrays.stream(scopes.split(",", -1)).map(String::strip).toList()), expires, "command line"));
        AccessToken token = made.token();
        screen.document(new Document(token.id(), token.name(), labels(token), token.expiresAt(), made.text()));
        screen.line(made.text());
        screen.remark("The token " + token.name() + " may " + String.join(", ", labels(token)) + " until "
                + token.expiresAt() + ". It is shown this once; send it as \"Authorization: Bearer …\".");
    }

    private static List<String> labels(AccessToken token) {
        return token.scopes().stream().sorted().map(Scope::label).toList();
    }

    private static void list(Screen screen, List<AccessToken> tokens) {
        Instant now = screen.clock().instant();
        screen.document(tokens);
        if (tokens.isEmpty()) {
            screen.line("There are no tokens.");
            return;
        }
        var table = new TextTable("name", "id", "scopes", "state", "expires", "made by");
        for (AccessToken token : tokens) {
            table.row(token.name(), token.id(), labels(token).stream().collect(Collectors.joining(" ")),
                    token.state(now).name().toLowerCase(Locale.ROOT), token.expiresAt().toString(), token.madeBy());
        }
        screen.line(table.toString());
    }

    private String meant() {
        if (name == null) {
            throw CommandFailed.wrongUse("which token?",
                    "Name it: upswell tokens create nightly-scores --scopes score");
        }
        return name;
    }
}
