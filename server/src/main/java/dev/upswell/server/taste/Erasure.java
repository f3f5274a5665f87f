package dev.upswell.server.taste;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Takes away all that is kept of somebody who was profiled: profiles, reactions, recommendations, own activity, and rows of it that were
/// set aside.
///
/// Files of the lake are written anew without them; the old ones are deleted when their grace period is over. What is public of them as a
/// creator, videos and counters, is kept by the rules of retention.
final class Erasure {

    /// How long a person who asks waits for an import.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final TenantId tenant;
    private final Database database;
    private final Duration patience;
    private final SubjectRepository subjects = new SubjectRepository();
    private final EventLogRepository events = new EventLogRepository("taste");

    /// @param patience how long an import that runs is waited for, in whole seconds from 1
    Erasure(TenantId tenant, Database database, Duration patience) {
        this.tenant = tenant;
        this.database = database;
        this.patience = patience;
    }

    /// Erases this subject; how many rows went. An import that runs is waited for.
    ///
    /// **errors** [TasteRefused] when the import takes longer than that
    long erase(Subject subject, String by, Instant now) {
        try (TenantLocks.Held _ = database.locks().tryAcquire(tenant, Collected.WORK, patience)
                .orElseThrow(() -> TasteRefused.importing(subject.handle()))) {
            return eraseWhileImportsRest(subject, by, now);
        }
    }

    /// The same for who holds the lock of imports already.
    long eraseWhileImportsRest(Subject subject, String by, Instant now) {
        try (LakeSession lake = database.lake().open(tenant)) {
            var activity = new ActivityErasureRepository(lake, subject.handle(), subject.withExport());
            Map<LakeFile, Optional<StagedFile>> rests = new LinkedHashMap<>();
            long acted = 0;
            for (LakeFile file : database.transactions().call(tenant, this::files)) {
                long theirs = activity.count(List.of(file));
                if (theirs > 0) {
                    acted += theirs;
                    rests.put(file, activity.rest(file));
                }
            }
            return remove(subject, by, now, rests, acted);
        }
    }

    private List<LakeFile> files(JdbcClient db) {
        return database.manifest().visible(db, ActivityErasureRepository.DATASET);
    }

    private long remove(Subject subject, String by, Instant now, Map<LakeFile, Optional<StagedFile>> rests,
            long acted) {
        return database.transactions().call(tenant, db -> {
            database.manifest().takeTurn(db);
            // Refused where somebody replaced one of the files meanwhile; nothing is erased then, and the next try does it.
            database.manifest().retire(db, rests.keySet());
            rests.forEach((file, rest) -> rest
                    .ifPresent(staged -> database.manifest().publish(db, staged, file.storedAt())));
            long rows = acted + subjects.removeSetAside(db, subject.handle()) + subjects.remove(db, subject.id());
            subjects.keepErasure(db, now, by, rows);
            events.write(db, EventType.PROFILE_ERASED, Map.of("rows", rows));
            return rows;
        });
    }
}
