package dev.upswell.server.access.gate;

import dev.upswell.server.GeneratedDocument;
import dev.upswell.server.access.Role;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Keeps `docs/permissions.md` true: it is generated from the rules of the door. The running server is held against the same page.
class PermissionsPageTest {

    private final RouteRules rules = RouteRules.read();

    @Test
    void permissionsPageIsFresh() {
        String roles = Arrays.stream(Role.values()).map(Role::label).collect(Collectors.joining(" | "));
        String line = "|---".repeat(Role.values().length + 2) + "|";
        String rows = rules.routes().stream()
                .sorted(Comparator.comparing((String route) -> route.split(" ")[1]).thenComparing(route -> route))
                .map(this::row).collect(Collectors.joining("\n"));
        GeneratedDocument.at("docs/permissions.md").mustEqual(
                """
                    # Who may do what

                    Generated from the rules of the door (`server/src/main/resources/access/routes*.txt`); do not edit by hand. A route is a
                    method and a pattern; `token` is the scope that a token needs, `●` stands for a role that may. `anybody` asks for nothing,
                    `open` neither, and is not audited. While nobody has a password, whoever sits at the machine may everything. What the
                    roles are for stands in [access.md](access.md).

                    Who may not gets 403, whether or not there is what the path names; nobody gets 401. Affiliates, clients and creators see
                    only those reports that were handed to them: others answer 404, as if there were none.

                    | route | token | %s |
                    %s
                    %s
                    """.formatted(
                        roles, line, rows));
    }

    private String row(String route) {
        RouteRules.Rule rule = rules.rule(route.split(" ")[0], route.split(" ")[1]).orElseThrow();
        String cells = Arrays.stream(Role.values())
                .map(role -> rule.right().isEmpty() || role == Role.OWNER || rule.roles().contains(role) ? "●" : " ")
                .collect(Collectors.joining(" | "));
        return "| `%s` | %s | %s |".formatted(route, rule.need().name().toLowerCase(Locale.ROOT), cells);
    }
}
