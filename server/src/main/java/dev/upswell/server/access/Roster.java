package dev.upswell.server.access;

import org.jspecify.annotations.Nullable;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The people of a tenant with their roles, as owners and admins keep it.
///
/// Only owners make owners, and do something about them; and one owner who may come in is always left, so that nobody locks everybody out.
public final class Roster {

    private final AccessParts parts;
    private final EventLogRepository events = new EventLogRepository("access");

    public Roster(AccessParts parts) {
        this.parts = parts;
    }

    /// All, by name.
    public List<Member> list() {
        return parts.database().transactions().call(parts.tenant(), AccessRepository::members);
    }

    /// Adds somebody with a role and a password.
    ///
    /// **errors** [AccessRefused] for a name or a password that cannot be one, a name that is taken, a role that whoever asks cannot give,
    /// and another role than owner while there is no owner.
    public Member add(Caller by, String name, Role role, String password) {
        requireMayGive(by, role);
        if (!Person.canBeNamed(name)) {
            throw AccessRefused.name(name);
        }
        String hash = Passwords.hash(parts, parts.tenant(), name, password);
        Instant now = parts.clock().instant();
        return parts.database().transactions().call(parts.tenant(), db -> {
            List<Member> members = AccessRepository.locked(db);
            if (members.stream().anyMatch(member -> member.person().name().equals(name))) {
                throw AccessRefused.taken("There is somebody called \"" + name + "\" already.",
                        "Choose another name, or change their role.");
            }
            if (role != Role.OWNER && owners(members) == 0) {
                throw AccessRefused.taken("There is no owner yet, so \"" + name + "\" cannot be " + role.label() + ".",
                        "Add an owner first: once anybody has a password, everybody has to sign in.");
            }
            AccessRepository.put(db, name, role, hash, now);
            events.write(db, EventType.PASSWORD_SET, Map.of("name", name, "role", role.label()));
            return AccessRepository.find(db, name).orElseThrow();
        });
    }

    /// Gives somebody another role; it holds at once here, and within five seconds in other processes.
    ///
    /// **errors** [AccessRefused] when there is nobody of this name, whoever asks cannot give the role or take it, or no owner would be left.
    public Member giveRole(Caller by, String name, Role role) {
        requireMayGive(by, role);
        return change(by, name, role != Role.OWNER, (db, member) -> {
            AccessRepository.setRole(db, member.person().id(), role);
            AccessRepository.revokeMadeBy(db, name, parts.clock().instant());
            events.write(db, EventType.ROLE_CHANGED,
                    Map.of("name", name, "from", member.person().role().label(), "to", role.label()));
        });
    }

    /// Keeps somebody out until they are let in again; their sign-ins end, and tokens that they made.
    ///
    /// **errors** [AccessRefused] as [#giveRole].
    public Member disable(Caller by, String name) {
        return change(by, name, true, (db, member) -> {
            AccessRepository.disable(db, member.person().id(), parts.clock().instant());
            AccessRepository.endAll(db, member.person().id());
            AccessRepository.revokeMadeBy(db, name, parts.clock().instant());
            events.write(db, EventType.PERSON_DISABLED, Map.of("name", name));
        });
    }

    /// Lets somebody in again.
    ///
    /// **errors** [AccessRefused] as [#giveRole].
    public Member enable(Caller by, String name) {
        return change(by, name, false, (db, member) -> {
            AccessRepository.enable(db, member.person().id());
            events.write(db, EventType.PERSON_ENABLED, Map.of("name", name));
        });
    }

    /// What is done about one of them.
    private interface Change {
        void make(JdbcClient db, Member member);
    }

    private Member change(Caller by, String name, boolean mayLoseAnOwner, Change change) {
        return parts.database().transactions().call(parts.tenant(), db -> {
            List<Member> members = AccessRepository.locked(db);
            Member member = members.stream().filter(one -> one.person().name().equals(name)).findFirst()
                    .orElseThrow(() -> AccessRefused.unknown("There is nobody called \"" + name + "\".",
                            "\"upswell people\" lists everybody."));
            requireMayGive(by, member.person().role());
            if (mayLoseAnOwner && member.isOwner() && owners(members) == 1) {
                throw AccessRefused.taken("\"" + name + "\" is the only owner who may come in.",
                        "Make somebody else an owner first.");
            }
            change.make(db, member);
            return AccessRepository.find(db, name).orElseThrow();
        });
    }

    private static long owners(List<Member> members) {
        return members.stream().filter(Member::isOwner).count();
    }

    private static void requireMayGive(Caller by, Role role) {
        if (!by.mayGive(role)) {
            throw AccessRefused.unusable("Only owners make owners, and change what they may.",
                    "Ask an owner, or use \"upswell people\" on the server's machine.");
        }
    }

    /// Somebody of a tenant and how they stand.
    ///
    /// @param disabledAt since when they may not come in; null for those who may
    public record Member(Person person, @Nullable Instant disabledAt) {

        boolean isOwner() {
            return person.role() == Role.OWNER && disabledAt == null;
        }
    }
}
