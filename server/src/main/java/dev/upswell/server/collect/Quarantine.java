package dev.upswell.server.collect;

import dev.upswell.server.store.TenantId;
import java.util.List;
import java.util.Map;

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
