package dev.upswell.server.overview;

import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster.Member;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many people there are in a tenant.
///
/// @param roles of those who may come in; roles that nobody has are left out
/// @param disabled how many may not come in
public record PeopleCount(Map<Role, Integer> roles, int disabled) {

    public PeopleCount {
        roles = roles.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(roles));
    }

    static PeopleCount of(List<Member> members) {
        Map<Role, Integer> roles = new EnumMap<>(Role.class);
        members.stream().filter(one -> one.disabledAt() == null)
                .forEach(one -> roles.merge(one.person().role(), 1, Integer::sum));
        return new PeopleCount(roles, (int) members.stream().filter(one -> one.disabledAt() != null).count());
    }

    /// How many may come in.
    public int total() {
        return roles.values().stream().mapToInt(Integer::intValue).sum();
    }
}
