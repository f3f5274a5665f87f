package dev.upswell.server.comply.retain;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.Retained;
import dev.upswell.server.comply.Retention;
import dev.upswell.server.comply.RetentionClass;
import dev.upswell.server.comply.RetentionReport;
import dev.upswell.server.comply.RetentionReport.Item;
import dev.upswell.server.comply.RetentionSettings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantLocks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Retention over the tables and the lake of a tenant.
public final class KeptRetention implements Retention {

    private static final String ACTOR = "retention";

    private final RetentionParts parts;

    private KeptRetention(RetentionParts parts) {
        this.parts = parts;
    }

    /// Retention over these parts.
    public static Retention of(RetentionParts parts) {
        return new KeptRetention(parts);
    }

    @Override
    public RetentionSettings settings() {
        return parts.settings();
    }

    @Override
    public RetentionReport plan() {
        return report(true);
    }

    @Override
    public RetentionReport run() {
        Optional<TenantLocks.Held> right = database().locks().tryAcquire(parts.tenant(), ACTOR);
        if (right.isEmpty()) {
            return plan();
        }
        try (TenantLocks.Held _ = right.get()) {
            RetentionReport done = report(false);
            database().deleteRetiredFiles(Database.GRACE);
            return done;
        }
    }

    private Database database() {
        return parts.database();
    }

    private RetentionReport report(boolean planned) {
        Instant now = parts.clock().instant();
        List<Item> items = new ArrayList<>();
        for (Retained dataset : parts.lake()) {
            items.add(switch (dataset) {
                case Retained.ByRow rows -> rows(rows, now, planned);
                case Retained.ByFile files -> files(files, now, planned);
                case Retained.ByBatch batches -> batches(batches, now, planned);
            });
        }
        for (Expiring table : Expiring.TABLES) {
            items.add(table(table, now, planned));
        }
        items.sort(Comparator.comparing(Item::kind));
        return new RetentionReport(now, planned, items);
    }

    /// What is forgotten by a function goes some at a time, each time in a transaction of its own.
    private Item table(Expiring table, Instant now, boolean planned) {
        Item item = once(table, now, planned);
        boolean again = !planned && table.deed() instanceof Expiring.Deed.Forget;
        long rows = item.rows();
        for (Item more = item; again && more.rows() > 0; rows += more.rows()) {
            more = once(table, now, false);
        }
        return item(item.kind(), item.name(), rows, item.files(), item.oldest(), item.skipped());
    }

    private Item once(Expiring table, Instant now, boolean planned) {
        Integer days = days(table.kind());
        Instant before = days == null ? null : table.before(now, days);
        return database().transactions().call(parts.tenant(), db -> {
            ExpiryRepository.Standing standing = ExpiryRepository.standing(db, table, before);
            long gone = standing.due();
            if (!planned && before != null && gone > 0) {
                gone = ExpiryRepository.expire(db, table, before, now);
                if (gone > 0) {
                    tell(db, table.kind(), table.name(), gone, 0, now);
                }
            }
            return item(table.kind(), table.name(), gone, 0, standing.oldest(), false);
        });
    }

    private Item files(Retained.ByFile kept, Instant now, boolean planned) {
        Integer days = days(kept.kind());
        List<LakeFile> all = visible(kept);
        List<LakeFile> due = days == null
                ? List.of()
                : all.stream().filter(file -> file.storedAt().isBefore(now.minus(Duration.ofDays(days)))).toList();
        Instant oldest = all.stream().filter(file -> !due.contains(file)).map(LakeFile::storedAt)
                .min(Comparator.naturalOrder()).orElse(null);
        boolean done = planned || due.isEmpty() || replaced(kept, due, Optional.empty(), rows(due), now);
        return item(kept.kind(), kept.dataset().name(), rows(due), due.size(), oldest, !done);
    }

    private Item rows(Retained.ByRow kept, Instant now, boolean planned) {
        Integer days = days(kept.kind());
        List<LakeFile> all = visible(kept);
        if (days == null || all.isEmpty()) {
            return item(kept.kind(), kept.dataset().name(), 0, 0, null, false);
        }
        try (LakeSession lake = database().lake().open(parts.tenant())) {
            var expiry = new LakeExpiryRepository(lake, kept, now, days);
            ExpiryRepository.Standing standing = expiry.standing(all);
            List<LakeFile> touched = standing.due() == 0 ? List.of() : expiry.touched(all);
            boolean done = planned || touched.isEmpty()
                    || replaced(kept, touched, expiry.rest(touched), standing.due(), now);
            return item(kept.kind(), kept.dataset().name(), standing.due(), touched.size(), standing.oldest(), !done);
        }
    }

    private Item batches(Retained.ByBatch kept, Instant now, boolean planned) {
        Integer days = days(kept.kind());
        List<LakeFile> all = visible(kept);
        if (days == null || all.isEmpty()) {
            return item(kept.kind(), kept.dataset().name(), 0, 0, null, false);
        }
        Instant before = now.minus(Duration.ofDays(days));
        ExpiryRepository.Batches batches = database().transactions().call(parts.tenant(),
                db -> ExpiryRepository.batches(db, before));
        try (LakeSession lake = database().lake().open(parts.tenant())) {
            var expiry = new LakeExpiryRepository(lake, kept, batches.due());
            long due = batches.due().isEmpty() ? 0 : expiry.due(all);
            List<LakeFile> touched = due == 0 ? List.of() : expiry.touched(all);
            boolean done = planned || touched.isEmpty() || replaced(kept, touched, expiry.rest(touched), due, now);
            return item(kept.kind(), kept.dataset().name(), due, touched.size(), batches.oldest(), !done);
        }
    }

    private static long rows(List<LakeFile> files) {
        return files.stream().mapToLong(LakeFile::rows).sum();
    }

    private List<LakeFile> visible(Retained kept) {
        return database().transactions().call(parts.tenant(),
                db -> database().manifest().visible(db, kept.dataset()));
    }

    /// Puts what is left in the place of the files; false, and nothing happens, while their writers are at work.
    private boolean replaced(Retained kept, List<LakeFile> files, Optional<StagedFile> rest, long rows, Instant now) {
        Optional<TenantLocks.Held> right = database().locks().tryAcquire(parts.tenant(), kept.work());
        if (right.isEmpty()) {
            return false;
        }
        try (TenantLocks.Held _ = right.get()) {
            return database().transactions().call(parts.tenant(), db -> {
                database().manifest().takeTurn(db);
                if (!database().manifest().visible(db, kept.dataset()).containsAll(files)) {
                    return false;
                }
                database().manifest().retire(db, files);
                rest.ifPresent(file -> database().manifest().publishInPlaceOf(db, file, files));
                tell(db, kept.kind(), kept.dataset().name(), rows, files.size(), now);
                return true;
            });
        }
    }

    private void tell(JdbcClient db, RetentionClass kind, String name, long rows, long files, Instant now) {
        Map<String, Long> counts = new TreeMap<>(Map.of("rows", rows));
        if (files > 0) {
            counts.put("files", files);
        }
        AuditRepository.write(db, new AuditEntry(now, ACTOR, AuditEntry.Action.RETENTION, name,
                AuditEntry.Decision.DELETED, kind.label() + " " + days(kind) + " days", "", counts));
    }

    private @Nullable Integer days(RetentionClass kind) {
        return parts.settings().daysOf(kind).orElse(null);
    }

    private Item item(RetentionClass kind, String name, long rows, long files, @Nullable Instant oldest,
            boolean skipped) {
        Integer days = days(kind);
        Instant next = oldest == null || days == null ? null : oldest.plus(Duration.ofDays(days));
        return new Item(kind, name, days, rows, files, oldest, next, skipped);
    }
}
