package dev.upswell.server.collect.page;

import dev.upswell.server.collect.FrozenFeed;
import dev.upswell.server.collect.Quarantine;
import dev.upswell.server.collect.Simulated;
import dev.upswell.server.collect.intake.ImportLog;
import dev.upswell.server.collect.intake.ImportRecord;
import dev.upswell.server.collect.intake.ImportState;
import dev.upswell.server.collect.intake.MappingUseRepository;
import dev.upswell.server.collect.intake.ObservedSource;
import dev.upswell.server.collect.intake.SetAsideRepository;
import dev.upswell.server.collect.intake.SetAsideRow;
import dev.upswell.server.collect.intake.SourceRepository;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.Confirmation;
import dev.upswell.server.mapping.KeptMappings;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.refusal.Refused;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Sentence;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// The data page of one tenant, answered from what is stored and what is in hand.
public final class StoredDataPages implements DataPages {

    /// By what the audit trail calls who changed a kept mapping on the data page.
    private static final String CONFIRMED = "data page";

    private static final Paging LATEST = new Paging(50, 0);

    private final Stores stores;
    private final BooleanSupplier source;
    private final BooleanSupplier people;
    private final InstantSource clock;

    /// What the page reads.
    public record Stores(TenantId tenant, ImportLog imports, SourceRepository sources, SetAsideRepository setAside,
            Quarantine quarantine, Quarantine.Retrying retrying, KeptMappings mappings, MappingUseRepository uses) {
    }

    /// Where nothing is told of keys and people.
    public StoredDataPages(Stores stores, InstantSource clock) {
        this(stores, () -> false, () -> false, clock);
    }

    /// @param source whether there is a key with which a source can be asked live
    /// @param people whether anybody has a password
    public StoredDataPages(Stores stores, BooleanSupplier source, BooleanSupplier people, InstantSource clock) {
        this.stores = stores;
        this.source = source;
        this.people = people;
        this.clock = clock;
    }

    @Override
    public Begun begun() {
        return new Begun(!empty(), source.getAsBoolean(), people.getAsBoolean());
    }

    @Override
    public boolean empty() {
        return stores.imports().empty();
    }

    @Override
    public boolean holdsRealReadings() {
        return stores.sources().list().stream().anyMatch(source -> !Simulated.is(source.name()));
    }

    @Override
    public DataView data(DataFilter filter) {
        List<ObservedSource> sources = stores.sources().list();
        Instant now = clock.instant();
        return new DataView(sources.stream().map(source -> shown(source, now)).toList(),
                stores.imports().list(LATEST).items().stream().map(StoredDataPages::shown).toList(),
                stores.quarantine().countByReason(stores.tenant()), quarantine(filter), notices(sources),
                mappings());
    }

    @Override
    public long retry(DataFilter filter) {
        String file = filter.file();
        String reason = filter.reason();
        return stores.retrying().retry(stores.tenant(), new Quarantine.Wanted(file == null ? "" : file,
                reason == null ? "" : reason, "", null, "", null)).stored();
    }

    private List<DataView.Mapping> mappings() {
        Map<String, MappingUse> uses = stores.uses().byName();
        return stores.mappings().list().stream().map(
                kept -> new DataView.Mapping(kept, uses.getOrDefault(kept.id().name(), MappingUse.NONE))).toList();
    }

    @Override
    public Optional<String> keep(String name, String document, String reason) {
        return refused(() -> stores.mappings().confirm(new Confirmation(name,
                ColumnMapping.toKeep(name, document), List.of(), reason,
                CONFIRMED)));
    }

    @Override
    public boolean remove(String name) {
        return refused(() -> stores.mappings().remove(name, CONFIRMED)).isEmpty();
    }

    @Override
    public Optional<String> reread(String name) {
        return refused(() -> stores.retrying().retry(stores.tenant(), Quarantine.Wanted.of(name)));
    }

    private static Optional<String> refused(Runnable work) {
        try {
            work.run();
            return Optional.empty();
        } catch (MappingRefused e) {
            return Optional.of(String.join("; ", e.problems()));
        } catch (Refused e) {
            return Optional.of(e.what() + " " + e.advice());
        }
    }

    private Listing<DataView.QuarantinedRow> quarantine(DataFilter filter) {
        var wanted = new SetAsideRepository.Filter(filter.file(), filter.reason());
        Paging part = filter.paging();
        return new Listing<>(stores.setAside().list(wanted, part.limit(), part.offset()).stream()
                .map(StoredDataPages::shown).toList(), stores.setAside().count(wanted), part);
    }

    private static DataView.Source shown(ObservedSource source, Instant now) {
        return new DataView.Source(source.name(), source.kind(),
                new DataView.Readings(source.entities(), source.readings(),
                        source.first(), source.last(), source.cadence()),
                !Simulated.is(source.name()) && (source.frozen() != null || source.quietAt(now)),
                source.cumulative());
    }

    private static DataView.ImportedFile shown(ImportRecord record) {
        ImportRecord.Rows rows = record.rows();
        return new DataView.ImportedFile(record.id().toString(), record.file(), record.format(), record.startedAt(),
                progress(record.state()),
                new DataView.Counted(rows.read(), rows.stored(), rows.duplicate(), rows.quarantined()),
                found(record.found()), record.mapping());
    }

    private static DataView.Found found(ImportRecord.Found found) {
        return new DataView.Found(found.observations(), found.entities(), found.from(), found.to(), found.notes());
    }

    private static DataView.Progress progress(ImportState state) {
        return switch (state) {
            case ImportState.Waiting _ -> new DataView.Progress.Waiting();
            case ImportState.Running running -> new DataView.Progress.Running(running.share());
            case ImportState.Interrupted _ -> new DataView.Progress.Interrupted();
            case ImportState.Done _ -> new DataView.Progress.Done();
            case ImportState.BrokenOff brokenOff -> new DataView.Progress.BrokenOff(brokenOff.why());
            case ImportState.Failed failed -> new DataView.Progress.Failed(failed.why());
        };
    }

    private static DataView.QuarantinedRow shown(SetAsideRow row) {
        return new DataView.QuarantinedRow(row.file(), row.position().line(), row.reason(), row.detail(),
                row.excerpt(), row.at());
    }

    private static List<Notice> notices(List<ObservedSource> sources) {
        Map<String, FrozenFeed> frozen = new LinkedHashMap<>();
        for (ObservedSource source : sources) {
            FrozenFeed feed = source.frozen();
            if (feed != null) {
                frozen.put(source.name(), feed);
            }
        }
        List<Notice> notices = new ArrayList<>();
        frozen.values().forEach(feed -> notices.add(new Notice.Remark(Sentence.of("notice.frozen", feed.source(),
                feed.crawls(), feed.since().toString(), feed.until().toString()))));
        return notices;
    }
}
