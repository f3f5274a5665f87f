package dev.upswell.server.wording;

import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What a tenant spends on language models, never more in a day than its ceiling.
///
/// Before a question its greatest cost is held back; afterwards what it cost is spent. What a stopped process held back counts as
/// spent after ten minutes, because the question may have been answered: the ceiling holds, whatever happened.
public final class Spending {

    /// How long a question may be under way, with all its tries.
    static final Duration LONGEST = Duration.ofMinutes(10);

    private final TenantId tenant;
    private final Database database;
    private final InstantSource clock;
    private final SpendingRepository rows = new SpendingRepository();

    /// The spending of this tenant.
    public Spending(TenantId tenant, Database database, InstantSource clock) {
        this.tenant = tenant;
        this.database = database;
        this.clock = clock;
    }

    /// A day.
    ///
    /// @param ceilingMicros as set at the last question, in millionths of the currency of the prices, as the others
    public record Day(LocalDate day, long ceilingMicros, long spentMicros, long reservedMicros) {
    }

    /// Holds back the greatest cost of a question; empty when the day's ceiling does not allow it.
    Optional<UUID> reserve(long micros, long ceilingMicros) {
        Instant now = clock.instant();
        UUID id = UUID.randomUUID();
        boolean held = database.transactions().call(tenant, db -> {
            rows.spendLeft(db, now.minus(LONGEST));
            return rows.reserve(db, id, now.atZone(ZoneOffset.UTC).toLocalDate(), micros, ceilingMicros, now);
        });
        return held ? Optional.of(id) : Optional.empty();
    }

    /// Says what the question cost.
    void settle(UUID id, long micros) {
        database.transactions().run(tenant, db -> rows.settle(db, id, micros));
    }

    /// The last days on which something was asked, the newest first.
    public List<Day> days(int limit) {
        return database.transactions().call(tenant, db -> {
            rows.spendLeft(db, clock.instant().minus(LONGEST));
            return rows.list(db, limit);
        });
    }
}
