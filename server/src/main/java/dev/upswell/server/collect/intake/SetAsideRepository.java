package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.Position;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.TenantId;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows that a tenant's imports put aside, for people who look for the latest: newest first, file names in part.
public final class SetAsideRepository {

    private static final String WHERE = " where (cast(? as text) is null or strpos(lower(file_name), lower(?)) > 0)"
            + " and (cast(? as text) is null or reason = ?)";

    private final TenantId tenant;
    private final Database database;

    /// Which rows.
    ///
    /// @param file part of the file's name, in any case; `null` for all
    /// @param reason label of the reason; `null` for all
    public record Filter(@Nullable String file, @Nullable String reason) {
    }

    public SetAsideRepository(TenantId tenant, Database database) {
        this.tenant = tenant;
        this.database = database;
    }

    /// At most `limit` rows from the `offset`-th on: latest files first, each in the order of its rows.
    public List<SetAsideRow> list(Filter filter, int limit, long offset) {
        return database.transactions().call(tenant, db -> db.sql("select * from quarantine" + WHERE
                + " order by max(found_at) over (partition by content_sha256) desc, file_name, content_sha256, row_number"
                + " limit ? offset ?")
                .param(filter.file()).param(filter.file()).param(filter.reason()).param(filter.reason()).param(limit)
                .param(offset)
                .query((row, index) -> new SetAsideRow(row.getString("file_name"),
                        new Position(row.getLong("row_number"), row.getLong("line")), row.getString("reason"),
                        row.getString("detail"), row.getString("excerpt"),
                        row.getObject("found_at", OffsetDateTime.class).toInstant()))
                .list());
    }

    /// How many rows the filter lets through.
    public long count(Filter filter) {
        return database.transactions().call(tenant, db -> db.sql("select count(*) from quarantine" + WHERE)
                .param(filter.file()).param(filter.file()).param(filter.reason()).param(filter.reason())
                .query(Long.class).single());
    }
}
