package dev.upswell.server.comply.clean;

import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditRepository;
import dev.upswell.server.comply.Cleaning;
import dev.upswell.server.comply.ContactText;
import dev.upswell.server.comply.Findings;
import dev.upswell.server.comply.clean.CleaningRepository.Done;
import dev.upswell.server.comply.clean.CleaningRepository.Named;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.TenantLocks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Cleaning over the lake and the names of a tenant.
public final class KeptCleaning implements Cleaning {

    private static final String ACTOR = "cleaning";
    private static final String NAMES = "names";
    private static final int NAMES_AT_ONCE = 1_000;

    private final CleaningParts parts;

    private KeptCleaning(CleaningParts parts) {
        this.parts = parts;
    }

    /// Cleaning over these parts.
    public static Cleaning of(CleaningParts parts) {
        return new KeptCleaning(parts);
    }

    @Override
    public Optional<Run> last() {
        return call(CleaningRepository::last);
    }

    @Override
    public Report plan() {
        return report(null);
    }

    @Override
    public Report run() {
        Optional<TenantLocks.Held> right = parts.database().locks().tryAcquire(parts.tenant(), ACTOR);
        if (right.isEmpty()) {
            return plan();
        }
        try (TenantLocks.Held _ = right.get()) {
            UUID run = call(db -> CleaningRepository.begin(db, now()));
            parts.between().run();
            Report done = report(run);
            long skipped = done.items().stream().filter(Item::skipped).count();
            call(db -> {
                CleaningRepository.end(db, run, skipped, now());
                return run;
            });
            return done;
        }
    }

    /// @param run null to tell only
    private Report report(@Nullable UUID run) {
        List<Item> items = new ArrayList<>();
        for (Texts texts : parts.lake()) {
            Optional<TenantLocks.Held> right = run == null
                    ? Optional.empty()
                    : parts.database().locks().tryAcquire(parts.tenant(), texts.work());
            if (run != null && right.isEmpty()) {
                items.add(new Item(texts.dataset().name(), 0, 0, 0, 0, true));
                continue;
            }
            try {
                items.add(files(texts, run));
            } finally {
                right.ifPresent(TenantLocks.Held::close);
            }
        }
        items.add(names(run));
        return new Report(now(), run == null, items);
    }

    private Item files(Texts texts, @Nullable UUID run) {
        Tally tally = new Tally();
        try (LakeSession lake = parts.database().lake().open(parts.tenant())) {
            var stored = new LakeTextRepository(lake, texts);
            for (LakeFile file : visible(texts)) {
                Optional<LakeTextRepository.Found> found = stored.find(file);
                if (found.isPresent()) {
                    parts.between().run();
                    Done done = done(1, found.get().rows(), found.get().findings());
                    if (run == null || replaced(texts, file, stored, done, run)) {
                        tally.add(done);
                    }
                }
            }
        }
        return tally.item(texts.dataset().name());
    }

    private List<LakeFile> visible(Texts texts) {
        return call(db -> parts.database().manifest().visible(db, texts.dataset()));
    }

    /// Puts the clean rows in the place of the file; false, and nothing happens, when it was replaced meanwhile.
    private boolean replaced(Texts texts, LakeFile file, LakeTextRepository stored, Done done, UUID run) {
        List<LakeFile> others = visible(texts).stream().filter(one -> !one.id().equals(file.id())).toList();
        Optional<StagedFile> clean = stored.stage(file, others);
        parts.between().run();
        boolean replaced = call(db -> {
            parts.database().manifest().takeTurn(db);
            if (!parts.database().manifest().visible(db, texts.dataset()).contains(file)) {
                return false;
            }
            parts.database().manifest().retire(db, List.of(file));
            parts.between().run();
            clean.ifPresent(rows -> parts.database().manifest().publish(db, rows, file.storedAt()));
            parts.between().run();
            tell(db, texts.dataset().name() + " " + file.id(), done, run);
            parts.between().run();
            return true;
        });
        parts.between().run();
        return replaced;
    }

    private Item names(@Nullable UUID run) {
        Tally tally = new Tally();
        List<Named> some = suspects(null);
        while (!some.isEmpty()) {
            some.forEach(named -> clean(named, run, tally));
            some = suspects(some.getLast());
        }
        return tally.item(NAMES);
    }

    private List<Named> suspects(@Nullable Named after) {
        return call(db -> CleaningRepository.suspects(db, after, NAMES_AT_ONCE));
    }

    private void clean(Named named, @Nullable UUID run, Tally tally) {
        Findings findings = new Findings();
        String clean = ContactText.cleaned(named.name(), findings);
        if (!clean.equals(named.name())) {
            Done done = done(0, 1, findings);
            if (run == null || renamed(named, clean, done, run)) {
                tally.add(done);
            }
        }
    }

    private boolean renamed(Named named, String clean, Done done, UUID run) {
        parts.between().run();
        return call(db -> {
            if (!CleaningRepository.rename(db, named, clean)) {
                return false;
            }
            parts.between().run();
            tell(db, "name of " + named.kind() + ":" + ContactText.cleaned(named.id(), new Findings()), done, run);
            return true;
        });
    }

    private void tell(JdbcClient db, String subject, Done done, UUID run) {
        Map<String, Long> counts = new TreeMap<>(Map.of("rows", done.rows()));
        if (done.emails() > 0) {
            counts.put(Findings.EMAIL, done.emails());
        }
        if (done.phones() > 0) {
            counts.put(Findings.PHONE, done.phones());
        }
        AuditRepository.write(db, new AuditEntry(now(), ACTOR, AuditEntry.Action.STORE, subject,
                AuditEntry.Decision.CLEANED, "contacts", "Contacts that were stored earlier were taken out.", counts));
        CleaningRepository.add(db, run, done);
    }

    private static Done done(long files, long rows, Findings findings) {
        Map<String, Long> counts = findings.cleaned();
        return new Done(files, rows, counts.getOrDefault(Findings.EMAIL, 0L), counts.getOrDefault(Findings.PHONE, 0L));
    }

    /// Adds up what was done.
    private static final class Tally {

        private long files;
        private long rows;
        private long emails;
        private long phones;

        void add(Done done) {
            files += done.files();
            rows += done.rows();
            emails += done.emails();
            phones += done.phones();
        }

        Item item(String name) {
            return new Item(name, files, rows, emails, phones, false);
        }
    }

    private Instant now() {
        return parts.clock().instant();
    }

    private <T> T call(Function<JdbcClient, T> work) {
        return parts.database().transactions().call(parts.tenant(), work);
    }
}
