package dev.upswell.server.access.oidc;

import dev.upswell.server.access.AccessParts;
import dev.upswell.server.access.AccessRefused;
import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Installation;
import dev.upswell.server.access.Role;
import dev.upswell.server.access.Roster;
import dev.upswell.server.access.oidc.IdentityRepository.Holder;
import dev.upswell.server.access.oidc.IdentityRepository.Membership;
import dev.upswell.server.access.oidc.NotRecognised.Reason;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Makes of what the provider says of somebody an account with memberships, and keeps these as the groups say at each sign-in.
///
/// Who comes first gets an account of their own, without a password, and only where a group of theirs has a role: never one that was there,
/// whatever name or address the provider tells. Tenants of which no group speaks are left alone.
final class Members {

    private static final Logger LOG = LoggerFactory.getLogger(Members.class);
    private static final int LONGEST = 55;

    private final AccessParts parts;
    private final Installation installation;
    private final GroupRoles roles;

    Members(AccessParts parts, Installation installation, GroupRoles roles) {
        this.parts = parts;
        this.installation = installation;
        this.roles = roles;
    }

    /// Somebody of whom the provider tells.
    ///
    /// @param name what they are called there
    record Identity(String issuer, String subject, String name, Set<String> groups) {

        Identity {
            groups = Set.copyOf(groups);
        }
    }

    /// The account of somebody, with the roles that their groups have now.
    ///
    /// **errors** [NotRecognised] where they have none and no group gives them one.
    UUID account(Identity identity) throws NotRecognised {
        Map<String, Role> wanted = roles.of(identity.groups());
        Holder holder = asOwner(db -> {
            IdentityRepository.lock(db, identity.issuer(), identity.subject());
            return IdentityRepository.holder(db, identity.issuer(), identity.subject())
                    .or(() -> wanted.isEmpty()
                            ? Optional.empty()
                            : Optional.of(IdentityRepository.add(db, free(db, identity, wanted.keySet()),
                                    identity.issuer(), identity.subject(), parts.clock().instant())));
        }).orElseThrow(() -> new NotRecognised(Reason.NO_ROLE, "no group of theirs has a role here"));
        Map<String, Membership> now = asOwner(db -> IdentityRepository.memberships(db, holder.id()));
        for (String tenant : roles.tenants()) {
            try {
                settle(holder, tenant, wanted, now);
            } catch (AccessRefused refused) {
                LOG.warn("{} in {} stays as it is: {}", holder.name(), tenant, refused.getMessage());
            }
        }
        return holder.id();
    }

    private void settle(Holder holder, String tenant, Map<String, Role> wanted, Map<String, Membership> now) {
        Role role = wanted.get(tenant);
        Membership there = now.get(tenant);
        if (role == null) {
            if (there != null) {
                installation.leave(holder.name(), tenant);
            }
        } else if (there == null) {
            installation.join(holder.name(), tenant, role.label());
        } else if (there.role() != role) {
            new Roster(new AccessParts(there.tenant(), parts.database(), parts.clock(), parts.session()))
                    .giveRole(new Caller.Local(), holder.name(), role);
        }
    }

    private String free(JdbcClient db, Identity identity, Collection<String> tenants) {
        String plain = identity.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._@-]+", "-")
                .replaceAll("^[^a-z0-9]+", "");
        String name = plain.isEmpty() ? "member" : plain.substring(0, Math.min(LONGEST, plain.length()));
        String one = name;
        for (int i = 2; IdentityRepository.isTaken(db, one, tenants); i++) {
            one = name + "-" + i;
        }
        return one;
    }

    private <T> T asOwner(Function<JdbcClient, T> work) {
        return parts.database().tenants().asOwner(work);
    }
}
