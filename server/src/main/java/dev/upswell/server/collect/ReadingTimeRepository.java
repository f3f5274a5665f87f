package dev.upswell.server.collect;

import dev.upswell.content.EntityKind;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import dev.upswell.timeline.Counter;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// When entities of a kind were read for the first and for the last time.
///
/// Files are opened from the end of time that is asked about, until no other can hold a reading beyond the one found.
///
/// **cost** usually one file, whatever the history holds; all files when the kind was never read.
public final class ReadingTimeRepository {

    private static final Instant FOREVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Database database;

    public ReadingTimeRepository(Database database) {
        this.database = database;
    }

    /// Which readings count.
    ///
    /// @param counter only those that hold this counter; null for all
    /// @param without sources whose readings do not count
    public record Wanted(EntityKind kind, @Nullable Counter counter, Collection<String> without) {

        public Wanted {
            without = List.copyOf(without);
        }

        /// Every reading of this kind.
        public static Wanted all(EntityKind kind) {
            return new Wanted(kind, null, List.of());
        }

        private String condition() {
            return " WHERE kind = '" + kind.label() + "' AND observed_at <= ?"
                    + (counter == null ? "" : " AND " + counter.label() + " IS NOT NULL")
                    + (without.isEmpty()
                            ? ""
                            : without.stream().map(name -> "'" + name.replace("'", "''") + "'")
                                    .collect(Collectors.joining(", ", " AND source NOT IN (", ")")));
        }
    }

    /// The last of these readings at or before `at`; empty when there is none.
    public Optional<Instant> last(LakeSession session, Wanted wanted, Instant at) {
        List<LakeFile> files = files(session.tenant(), at).stream()
                .sorted(Comparator.comparing((LakeFile file) -> later(file.maxTime())).reversed()).toList();
        return walk(session, files, "max", wanted, at);
    }

    /// The first of these readings; empty when there is none.
    public Optional<Instant> first(LakeSession session, Wanted wanted) {
        List<LakeFile> files = files(session.tenant(), FOREVER).stream()
                .sorted(Comparator.comparing((LakeFile file) -> earlier(file.minTime()))).toList();
        return walk(session, files, "min", wanted, FOREVER);
    }

    /// Opens one file, then two more, then four: most often the first tells, and a kind that is rarely read takes few steps.
    private static Optional<Instant> walk(LakeSession session, List<LakeFile> files, String end, Wanted wanted,
            Instant at) {
        boolean latest = end.equals("max");
        BinaryOperator<Instant> better = latest
                ? BinaryOperator.maxBy(Comparator.naturalOrder())
                : BinaryOperator.minBy(Comparator.naturalOrder());
        Optional<Instant> best = Optional.empty();
        int next = 0;
        for (int step = 1; next < files.size(); step *= 2) {
            LakeFile nearest = files.get(next);
            Instant bound = latest ? later(nearest.maxTime()) : earlier(nearest.minTime());
            if (best.filter(found -> better.apply(found, bound).equals(found)).isPresent()) {
                break;
            }
            List<LakeFile> part = files.subList(next, Math.min(files.size(), next + step));
            Optional<Instant> found = query(session, "SELECT epoch_us(" + end + "(observed_at)) FROM "
                    + session.relation(Collected.OBSERVATION, part) + wanted.condition(), at);
            best = best.isEmpty() ? found : best.map(one -> found.map(two -> better.apply(one, two)).orElse(one));
            next += part.size();
        }
        return best;
    }

    private List<LakeFile> files(TenantId tenant, Instant at) {
        return database.transactions().call(tenant,
                db -> database.manifest().visible(db, Collected.OBSERVATION, Instant.EPOCH, at));
    }

    private static Instant later(@Nullable Instant end) {
        return end == null ? FOREVER : end;
    }

    private static Instant earlier(@Nullable Instant end) {
        return end == null ? Instant.EPOCH : end;
    }

    private static Optional<Instant> query(LakeSession session, String sql, Instant at) {
        try (PreparedStatement statement = session.connection().prepareStatement(sql)) {
            statement.setObject(1, LocalDateTime.ofInstant(at, ZoneOffset.UTC));
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                long micros = row.getLong(1);
                return row.wasNull() ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
            }
        } catch (SQLException e) {
            throw StoreException.permanent("readings were not looked through", "lake of tenant " + session.tenant(),
                    "The log has the statement.", e);
        }
    }
}
