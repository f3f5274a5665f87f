package dev.upswell.server.access.oidc;

import dev.upswell.server.access.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Which group of the provider has which role in which tenant. Of several groups of somebody the one that stands first counts.
public final class GroupRoles {

    private record Line(String group, String tenant, Role role) {
    }

    private final List<Line> lines;

    private GroupRoles(List<Line> lines) {
        this.lines = List.copyOf(lines);
    }

    /// Those that a text writes: `GROUP=ROLE` or `GROUP=TENANT/ROLE`, separated by commas.
    ///
    /// @param home the tenant that is meant where none is named
    ///
    /// **errors** [dev.upswell.server.access.AccessRefused] for a role that is none; `IllegalArgumentException` for a text that is none of this.
    public static GroupRoles of(String text, String home) {
        List<Line> lines = new ArrayList<>();
        for (String part : text.split(",")) {
            if (!part.isBlank()) {
                int equals = part.lastIndexOf('=');
                if (equals < 1) {
                    throw new IllegalArgumentException("group (" + part
                            + ") must be GROUP=ROLE or GROUP=TENANT/ROLE\nMaybe the role is missing.");
                }
                String to = part.substring(equals + 1).strip();
                int slash = to.indexOf('/');
                lines.add(new Line(part.substring(0, equals).strip(), slash < 0 ? home : to.substring(0, slash),
                        Role.of(to.substring(slash + 1))));
            }
        }
        return new GroupRoles(lines);
    }

    /// The role in each tenant of somebody who is in these groups; empty where no group says anything.
    Map<String, Role> of(Collection<String> groups) {
        Map<String, Role> roles = new LinkedHashMap<>();
        lines.stream().filter(line -> groups.contains(line.group()))
                .forEach(line -> roles.putIfAbsent(line.tenant(), line.role()));
        return roles;
    }

    /// The tenants in which groups decide who belongs.
    Set<String> tenants() {
        Set<String> tenants = new LinkedHashSet<>();
        lines.forEach(line -> tenants.add(line.tenant()));
        return tenants;
    }
}
