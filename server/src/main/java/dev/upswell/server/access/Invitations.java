package dev.upswell.server.access;

import dev.upswell.server.access.Tenant.Served;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Links by which somebody who was invited sets their own password: each once, for one name and role, for some days.
public final class Invitations {

    public static final Duration USUAL = Duration.ofDays(7);
    public static final Duration LONGEST = Duration.ofDays(30);

    private final AccessParts parts;
    private final EventLogRepository events = new EventLogRepository("access");

    public Invitations(AccessParts parts) {
        this.parts = parts;
    }

    /// Somebody who was invited.
    ///
    /// @param usedAt when they came; null while they did not
    /// @param revokedAt when it was taken back; null where it was not
    public record Invitation(UUID id, String name, Role role, String madeBy, Instant madeAt, Instant expiresAt,
            @Nullable Instant usedAt, @Nullable Instant revokedAt) {

        /// How it stands.
        public State state(Instant now) {
            if (usedAt != null) {
                return State.USED;
            }
            return revokedAt != null ? State.REVOKED : now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
        }
    }

    /// How an invitation stands.
    public enum State {
        /// The link can be used.
        OPEN,
        /// Whoever was invited came.
        USED,
        /// The link is over.
        EXPIRED,
        /// It was taken back.
        REVOKED
    }

    /// An invitation with what its link holds, which is told this once.
    public record Made(Invitation invitation, String secret) {

        /// The page of the link, without the server's name.
        public String path() {
            return "/invitation?token=" + secret;
        }

        /// Without the secret.
        @Override
        public String toString() {
            return "Made[" + invitation.id() + "]";
        }
    }

    /// All, the newest first.
    public List<Invitation> list() {
        return parts.database().transactions().call(parts.tenant(), InvitationRepository::list);
    }

    /// Invites somebody. An invitation of the same name that is open is taken back.
    ///
    /// **errors** [AccessRefused] for a name that cannot be one or is taken, a role that whoever asks cannot give, too many days, and another
    /// role than owner while there is no owner.
    public Made make(Caller by, String name, Role role, Duration lasting) {
        if (!by.mayGive(role)) {
            throw AccessRefused.unusable("Only owners make owners.",
                    "Ask an owner, or use \"upswell people\" on the server's machine.");
        }
        if (!Person.canBeNamed(name)) {
            throw AccessRefused.name(name);
        }
        if (lasting.compareTo(LONGEST) > 0 || !lasting.isPositive()) {
            throw AccessRefused.unusable("An invitation lasts 1 to " + LONGEST.toDays() + " days.", "Say how many.");
        }
        String secret = Secret.text();
        Instant now = parts.clock().instant();
        return parts.database().transactions().call(parts.tenant(), db -> {
            List<Roster.Member> members = AccessRepository.locked(db);
            if (members.stream().anyMatch(member -> member.person().name().equals(name))) {
                throw AccessRefused.taken("There is somebody called \"" + name + "\" already.",
                        "Choose another name.");
            }
            if (role != Role.OWNER && members.stream().noneMatch(Roster.Member::isOwner)) {
                throw AccessRefused.taken("There is no owner yet.",
                        "Set the first owner's password: once anybody has one, everybody has to sign in.");
            }
            InvitationRepository.revoke(db, name, now);
            Invitation made = InvitationRepository.add(db, new Invitation(UUID.randomUUID(), name, role,
                    by.signature(), now, now.plus(lasting), null, null), Secret.hash(secret));
            events.write(db, EventType.PERSON_INVITED, Map.of("name", name, "role", role.label()));
            return new Made(made, secret);
        });
    }

    /// Takes the open invitation of this name back.
    ///
    /// **errors** [AccessRefused] where there is none.
    public Invitation revoke(String name) {
        return parts.database().transactions().call(parts.tenant(), db -> {
            Invitation revoked = InvitationRepository.revoke(db, name, parts.clock().instant())
                    .orElseThrow(() -> AccessRefused.unknown("There is no open invitation of \"" + name + "\".",
                            "The list tells which were used and which are over."));
            events.write(db, EventType.INVITATION_REVOKED, Map.of("name", name));
            return revoked;
        });
    }

    /// The other side: whoever comes with a link, into whichever of the tenants that a server serves. Links that are not good are all alike:
    /// never made, used, over, taken back, or for a name that somebody has by now.
    public static final class Door {

        private final AccessParts parts;
        private final Served served;
        private final EventLogRepository events = new EventLogRepository("access");

        public Door(AccessParts parts, Served served) {
            this.parts = parts;
            this.served = served;
        }

        /// A link that is good.
        ///
        /// @param signInName what they will type to sign in
        public record Welcome(String signInName, Role role) {
        }

        /// Whom a link is for; empty for one that is not good.
        public Optional<Welcome> look(String secret) {
            return found(secret).map(one -> welcome(one));
        }

        private Optional<InvitationRepository.Placed> found(String secret) {
            Instant now = parts.clock().instant();
            List<Tenant> tenants = served
                    .among(parts.database().tenants().asOwner(AccountRepository::tenants));
            return parts.database().tenants()
                    .asOwner(db -> InvitationRepository.find(db, Secret.hash(secret), now))
                    .filter(one -> tenants.stream().anyMatch(tenant -> tenant.id().equals(one.tenant())
                            && tenant.state(now) == Tenant.State.OPEN));
        }

        private Welcome welcome(InvitationRepository.Placed one) {
            return new Welcome(one.tenant().equals(parts.tenant())
                    ? one.name()
                    : one.tenantName() + "/" + one.name(), one.role());
        }

        /// Adds whoever was invited with the password that they chose; empty where the link is not good.
        ///
        /// **errors** [AccessRefused] for a password that cannot be one: the link stays good.
        public Optional<Welcome> accept(String secret, String password) {
            InvitationRepository.Placed placed = found(secret).orElse(null);
            if (placed == null) {
                return Optional.empty();
            }
            String hash = Passwords.hash(password);
            Instant now = parts.clock().instant();
            boolean in = parts.database().transactions().call(placed.tenant(), db -> used(db, placed, hash, now));
            return in ? Optional.of(welcome(placed)) : Optional.empty();
        }

        private boolean used(JdbcClient db, InvitationRepository.Placed placed, String hash, Instant now) {
            List<Roster.Member> members = AccessRepository.locked(db);
            if (members.stream().anyMatch(member -> member.person().name().equals(placed.name()))
                    || placed.role() != Role.OWNER && members.stream().noneMatch(Roster.Member::isOwner)
                    || !InvitationRepository.use(db, placed.id(), now)) {
                return false;
            }
            AccessRepository.put(db, placed.name(), placed.role(), hash, now);
            events.write(db, EventType.PASSWORD_SET, Map.of("name", placed.name(), "role", placed.role().label()));
            return true;
        }
    }
}
