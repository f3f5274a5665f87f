package dev.upswell.server.access;

import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/// The people of a tenant and their passwords.
public final class People {

    private final AccessParts parts;
    private final EventLogRepository events = new EventLogRepository("access");

    public People(AccessParts parts) {
        this.parts = parts;
    }

    /// All, by name.
    public List<Person> list() {
        return parts.database().transactions().call(parts.tenant(), AccessRepository::people);
    }

    /// Whether anybody has a password: from then on who comes in has to sign in.
    public boolean any() {
        return !list().isEmpty();
    }

    /// Gives this person a password, adding them as an owner where they are not there. Their sign-ins end, and a lock on their name.
    ///
    /// **errors** [AccessRefused] for a name or a password that cannot be one.
    public Person setPassword(String name, String password) {
        return setPassword(name, password, Role.OWNER);
    }

    /// The same for somebody who is added with this role; the role of whoever is there stays.
    public Person setPassword(String name, String password, Role added) {
        if (!Person.canBeNamed(name)) {
            throw AccessRefused.name(name);
        }
        String hash = Passwords.hash(password);
        Instant now = parts.clock().instant();
        return parts.database().transactions().call(parts.tenant(), db -> {
            Person person = AccessRepository.put(db, name, added, hash, now)
                    .orElseThrow(() -> AccessRefused.taken("\"" + name + "\" comes in by an account.",
                            "Set its password with \"upswell accounts password " + name + "\"."));
            AccessRepository.endAll(db, person.id());
            AccessRepository.forgetFailures(db, Secret.hash(name));
            events.write(db, EventType.PASSWORD_SET, Map.of("name", name));
            return person;
        });
    }

    /// Removes a person; their sign-ins end, and tokens that they made. Whoever is alone may go: then nobody has a password any more.
    ///
    /// **errors** [AccessRefused] when there is nobody of this name, or others would be left without an owner who may come in.
    public void remove(String name) {
        parts.database().transactions().run(parts.tenant(), db -> {
            List<Roster.Member> others = AccessRepository.locked(db).stream()
                    .filter(one -> !one.person().name().equals(name)).toList();
            if (!others.isEmpty() && others.stream().noneMatch(Roster.Member::isOwner)) {
                throw AccessRefused.taken("\"" + name + "\" is the only owner who may come in.",
                        "Make somebody else an owner first.");
            }
            if (!AccessRepository.removePerson(db, name)) {
                throw AccessRefused.unknown("There is nobody called \"" + name + "\".",
                        "\"upswell people\" lists everybody.");
            }
            AccessRepository.revokeMadeBy(db, name, parts.clock().instant());
            events.write(db, EventType.PERSON_REMOVED, Map.of("name", name));
        });
    }
}
