package dev.upswell.server.collect;

import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.mapping.MappingRefused;
import dev.upswell.server.store.TenantId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The rows of a tenant's imported files that could not be used.
public interface Quarantine {

    /// Which rows to list.
    ///
    /// @param file part of the file's name, in any case; empty for all
    /// @param reason label of the reason; empty for all
    record Filter(String file, String reason) {

        /// All rows.
        public static final Filter ALL = new Filter("", "");
    }

    /// Which rows to try again.
    ///
    /// @param file part of the file's name, in any case; empty for all
    /// @param reason label of the reason; empty for all
    /// @param source format of the file, or source of its mapping; empty for all
    /// @param run id of the import whose rows they are; null for all
    /// @param kept name of the kept mapping that read them last; empty for all
    /// @param mapping by which to read them instead; null for the newest version of the kept mapping that read them, or, where
    ///     none did, the one they were read by
    record Wanted(String file, String reason, String source, @Nullable UUID run, String kept,
            @Nullable ColumnMapping mapping) {

        /// All rows, each by the mapper of its format as it is now.
        public static final Wanted ALL = new Wanted("", "", "", null, "", null);

        /// Rows that this kept mapping read last, by its newest version.
        public static Wanted of(String kept) {
            return new Wanted("", "", "", null, kept, null);
        }
    }

    /// What became of rows that were tried again: `tried = stored + known +` the sum of `left`.
    ///
    /// @param notKept rows that match and are not kept whole: their files have to be imported again
    record Retried(long tried, long stored, long known, Map<RejectReason, Long> left, long notKept) {

        public Retried {
            left = Map.copyOf(left);
        }
    }

    /// Reads quarantined rows of files again, by the mapper of their format as it is now or by a mended mapping.
    interface Retrying {

        /// Tries the rows again, some thousands at a time. What passes is stored exactly once and leaves the quarantine in the
        /// same transaction, what does not stays with its new reason; so a kill loses nothing and doubles nothing.
        ///
        /// **errors** [MappingRefused] when a mapping is given and the rows are not of a mapped file
        Retried retry(TenantId tenant, Wanted wanted);
    }

    /// A row that was put aside, with the beginning of its text.
    record Row(String file, Position position, RejectReason reason, String detail, String excerpt) {
    }

    /// Rows of the latest files first, each in the order of its rows; at most `limit` of them from the `offset`-th on.
    List<Row> list(TenantId tenant, Filter filter, int limit, long offset);

    /// How many rows the filter lets through.
    long count(TenantId tenant, Filter filter);

    /// Rows by file name.
    Map<String, Long> countByFile(TenantId tenant);

    /// Rows by label of the reason.
    Map<String, Long> countByReason(TenantId tenant);
}
