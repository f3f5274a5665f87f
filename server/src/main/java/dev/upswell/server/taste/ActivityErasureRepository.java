package dev.upswell.server.taste;

import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/// Rows of own activity that go with an account.
final class ActivityErasureRepository {

    static final Dataset DATASET = CommerceDatasets.OWN_ACTIVITY;

    private final LakeSession lake;
    private final String theirs;

    /// @param nameless with what exports tell that name no account
    ActivityErasureRepository(LakeSession lake, String account, boolean nameless) {
        this.lake = lake;
        this.theirs = "(coalesce(account = '" + account.replace("'", "''") + "', false)"
                + (nameless ? " OR account IS NULL" : "") + ")";
    }

    /// How many rows of these files are theirs.
    long count(List<LakeFile> files) {
        String sql = "SELECT count(*) FILTER (WHERE " + theirs + ") FROM " + lake.relation(DATASET, files);
        try (PreparedStatement query = lake.connection().prepareStatement(sql); ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw StoreException.permanent("own activity was not counted", "DuckDB",
                    "Check free disk space and memory; the log has the cause.", e);
        }
    }

    /// What is left of a file, as one that nobody sees yet; empty when nothing is left.
    Optional<StagedFile> rest(LakeFile file) {
        return lake.stage(DATASET,
                "SELECT * FROM " + lake.relation(DATASET, List.of(file)) + " WHERE NOT " + theirs);
    }
}
