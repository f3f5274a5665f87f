package dev.upswell.server.report;

import dev.upswell.server.access.Roster.Member;
import dev.upswell.server.access.Person;
import dev.upswell.server.access.Roster;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/// To whom reports were handed: creators, affiliates and clients, who see these and no others.
public final class Handovers {

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final Roster roster;
    private final Reports reports;
    private final HandoverRepository rows = new HandoverRepository();

    public Handovers(TenantId tenant, Database database, InstantSource clock, Roster roster, Reports reports) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
        this.roster = roster;
        this.reports = reports;
    }

    /// Somebody to whom a report was handed.
    ///
    /// @param by who did it
    public record Reader(Person person, String by, Instant at) {
    }

    /// To whom reports can be handed: everybody who sees only what was handed to them, by name.
    public List<Person> candidates() {
        return roster.list().stream().map(Member::person).filter(person -> person.role().seesOnlyWhatWasHanded())
                .toList();
    }

    /// To whom a report was handed, by name.
    ///
    /// **errors** [ReportRefused] when there is no such report.
    public List<Reader> readers(String report) {
        UUID id = reports.get(report).id();
        Map<UUID, Person> people = roster.list().stream().map(Member::person)
                .collect(Collectors.toMap(Person::id, Function.identity()));
        return database.transactions().call(tenant, db -> rows.readers(db, id)).stream()
                .flatMap(row -> Optional.ofNullable(people.get(row.person())).stream()
                        .map(person -> new Reader(person, row.by(), row.at())))
                .sorted(Comparator.comparing(reader -> reader.person().name())).toList();
    }

    /// Hands a report to somebody; again is the same as once.
    ///
    /// **errors** [ReportRefused] when there is no such report, or nobody of this name who sees only what was handed to them.
    public List<Reader> give(String report, String name, String by) {
        UUID id = reports.get(report).id();
        Person person = candidates().stream().filter(one -> one.name().equals(name)).findFirst()
                .orElseThrow(() -> ReportRefused.noReader(name));
        database.transactions().run(tenant, db -> rows.give(db, id, person.id(), by, clock.instant()));
        return readers(report);
    }

    /// Takes a report back; whoever read it knows it all the same.
    ///
    /// **errors** [ReportRefused] when there is no such report, or it was not handed to anybody of this name.
    public List<Reader> take(String report, String name) {
        Reader reader = readers(report).stream().filter(one -> one.person().name().equals(name)).findFirst()
                .orElseThrow(() -> ReportRefused.notHanded(name));
        UUID id = reports.get(report).id();
        database.transactions().run(tenant, db -> rows.take(db, id, reader.person().id()));
        return readers(report);
    }
}
