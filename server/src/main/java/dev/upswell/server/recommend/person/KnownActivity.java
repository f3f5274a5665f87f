package dev.upswell.server.recommend.person;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.recommend.Recommender;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What files tell that people did, as it was read last.
///
/// It is read anew where other files are stored, or five minutes after it was read, because files may tell of what was done later than they
/// were stored. Of the last 50 people, and of nobody longer than until the next call after those five minutes: who was erased does not stay.
final class KnownActivity {

    private static final int MOST = 50;
    /// As long as a server does not look whether something else is stored.
    private static final Duration MAY_BE_OLD = Recommender.MAY_BE_OLD;

    private final TenantId tenant;
    private final Database database;
    private final Map<UUID, Read> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Read> eldest) {
            return size() > MOST;
        }
    };

    KnownActivity(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// What was read of somebody.
    ///
    /// @param files place of the last file
    private record Read(Subject subject, long files, Instant asOf, Met met) {

        boolean serves(Subject other, long last, Instant now) {
            return subject.equals(other) && files == last && !now.isBefore(asOf);
        }

        boolean isOld(Instant now) {
            return !now.isBefore(asOf.plus(MAY_BE_OLD));
        }
    }

    /// What this subject met until now. Whoever asks of somebody else does not wait for its reading.
    Met of(Subject subject, Instant now) {
        long last = database.transactions().call(tenant, db -> database.manifest().last(db,
                List.of(CommerceDatasets.OWN_ACTIVITY, Collected.VIDEO)));
        Read known = known(subject, now);
        if (known != null && known.serves(subject, last, now)) {
            return known.met();
        }
        Met met = new Profiles(tenant, database, () -> now).met(subject.handle());
        keep(new Read(subject, last, now, met));
        return met;
    }

    private synchronized @Nullable Read known(Subject subject, Instant now) {
        read.values().removeIf(one -> one.isOld(now));
        return read.get(subject.id());
    }

    /// What was read of more files stays.
    private synchronized void keep(Read one) {
        read.merge(one.subject().id(), one, (known, other) -> known.files() > other.files() ? known : other);
    }
}
