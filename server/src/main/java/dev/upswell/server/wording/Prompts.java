package dev.upswell.server.wording;

import dev.upswell.prompt.PromptVersion;
import dev.upswell.prompt.PromptVersion.State;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.event.EventType;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The prompts of a tenant: for each purpose versions, of which one serves; the built-in one is number 1.
public final class Prompts implements Proposals {

    private static final String OWN = "upswell";
    private static final int PARTS = 10_000;

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final PromptRepository rows = new PromptRepository();
    private final EventLogRepository events = new EventLogRepository("wording");

    /// The prompts of this tenant.
    public Prompts(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// The purpose of this label.
    ///
    /// **errors** [WordingRefused] when there is none.
    public static Purpose purpose(String label) {
        return Purpose.find(label).orElseThrow(() -> WordingRefused.unknownPurpose(label,
                Arrays.stream(Purpose.values()).map(Purpose::label).toList()));
    }

    /// The versions for a purpose, the newest first; at least the built-in one.
    public List<PromptVersion> versions(Purpose purpose) {
        return database.transactions().call(tenant, db -> versions(db, purpose));
    }

    private List<PromptVersion> versions(JdbcClient db, Purpose purpose) {
        List<PromptVersion> kept = rows.list(db, purpose.label());
        return kept.isEmpty() ? List.of(first(purpose)) : kept;
    }

    private static PromptVersion first(Purpose purpose) {
        return new PromptVersion(purpose.label(), 1, purpose.firstTemplate(), OWN, "", State.SERVING, 0);
    }

    /// The version by which inputs of this hash are asked: one on trial for its share of them, else the one that serves.
    PromptVersion of(Purpose purpose, String hash) {
        List<PromptVersion> versions = versions(purpose);
        double place = Long.parseLong(hash.substring(0, 8), 16) % PARTS / (double) PARTS;
        double until = 0;
        for (PromptVersion version : versions) {
            if (version.state() == State.TRIAL) {
                until += version.trialShare();
                if (place < until) {
                    return version;
                }
            }
        }
        return versions.stream().filter(version -> version.state() == State.SERVING).findFirst()
                .orElseGet(() -> first(purpose));
    }

    /// Writes a version that nobody is asked by yet.
    ///
    /// **errors** [WordingRefused] when the template cannot be used.
    public PromptVersion propose(Purpose purpose, String template, String author, String note) {
        return database.transactions().call(tenant, db -> propose(db, purpose, template, author, note));
    }

    /// The same inside the caller's tenant transaction.
    @Override
    public PromptVersion propose(JdbcClient db, Purpose purpose, String template, String author, String note) {
        rows.lock(db, purpose.label());
        int number = versions(db, purpose).getFirst().number() + 1;
        PromptVersion version = sound(purpose, number, template, author, note);
        rows.insert(db, first(purpose), purpose.schema().json(), clock.instant());
        rows.insert(db, version, purpose.schema().json(), clock.instant());
        told(db, version, author);
        return version;
    }

    /// Retires the drafts of an author that nobody took up, inside the caller's tenant transaction.
    @Override
    public void retireDrafts(JdbcClient db, Purpose purpose, String author) {
        rows.retireDrafts(db, purpose.label(), author);
    }

    /// The version that words what is not tried.
    @Override
    public PromptVersion serving(Purpose purpose) {
        return versions(purpose).stream().filter(version -> version.state() == State.SERVING).findFirst()
                .orElseGet(() -> first(purpose));
    }

    private void told(JdbcClient db, PromptVersion version, String by) {
        events.write(db, EventType.PROMPT_UPDATE, Map.of("purpose", version.purpose(), "version", version.number(),
                "state", version.state().name(), "by", by));
    }

    private static PromptVersion sound(Purpose purpose, int number, String template, String author, String note) {
        try {
            var version = new PromptVersion(purpose.label(), number, template.strip(), author, note, State.DRAFT, 0);
            version.filled(Locale.ENGLISH, purpose.schema());
            return version;
        } catch (IllegalArgumentException | IllegalStateException unusable) {
            throw WordingRefused.template(String.valueOf(unusable.getMessage()).lines().findFirst().orElse(""));
        }
    }

    /// Lets a version serve; the one that did is retired.
    ///
    /// **errors** [WordingRefused] when there is no such version.
    public PromptVersion promote(Purpose purpose, int number, String by) {
        return database.transactions().call(tenant, db -> {
            rows.lock(db, purpose.label());
            rows.insert(db, first(purpose), purpose.schema().json(), clock.instant());
            PromptVersion version = find(db, purpose, number);
            if (version.state() != State.SERVING) {
                rows.retireServing(db, purpose.label());
                rows.serve(db, purpose.label(), number, by, clock.instant());
                told(db, find(db, purpose, number), by);
            }
            return find(db, purpose, number);
        });
    }

    /// Tries a draft on a share of the outputs, chosen by their hash; 0 ends the trial.
    ///
    /// **errors** [WordingRefused] when there is no such version, or it is no draft.
    public PromptVersion tryOut(Purpose purpose, int number, double share) {
        return database.transactions().call(tenant, db -> {
            rows.lock(db, purpose.label());
            PromptVersion version = find(db, purpose, number);
            boolean open = version.state() == State.DRAFT || version.state() == State.TRIAL;
            if (!open || !(share >= 0 && share <= 1)) {
                throw WordingRefused.trialShare(share);
            }
            rows.tryOut(db, purpose.label(), number, share, clock.instant());
            return find(db, purpose, number);
        });
    }

    private PromptVersion find(JdbcClient db, Purpose purpose, int number) {
        return versions(db, purpose).stream().filter(version -> version.number() == number).findFirst()
                .orElseThrow(() -> WordingRefused.unknownVersion(purpose.label(), number));
    }
}
