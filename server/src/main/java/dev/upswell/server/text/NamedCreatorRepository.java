package dev.upswell.server.text;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.store.TenantId;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;

/// Which collected creators texts name: public figures, as those count whose last known number of followers reaches a bound.
///
/// Of whom no number is known is no public figure: that somebody's videos were collected makes nobody one.
public final class NamedCreatorRepository {

    private static final String ALL = "SELECT DISTINCT lower(creator) FROM %s WHERE creator IS NOT NULL AND creator <> ''";
    private static final String FOLLOWED = """
        SELECT lower(entity_id) FROM %s WHERE kind = 'creator' AND followers IS NOT NULL
        GROUP BY 1 HAVING max_by(followers, observed_at) >= ?""";

    private final TenantId tenant;
    private final Database database;
    private final long least;

    /// @param least followers of who is named; 0 names everybody whose videos are collected
    public NamedCreatorRepository(TenantId tenant, Database database, long least) {
        if (least < 0) {
            throw new IllegalArgumentException("least (" + least + ") must be 0 or more\nMaybe use 10,000.");
        }
        this.tenant = tenant;
        this.database = database;
        this.least = least;
    }

    /// Their handles in lower case.
    ///
    /// **cost** a query of the lake
    public Set<String> list() {
        try (LakeSession lake = database.lake().open(tenant);
                PreparedStatement query = lake.connection().prepareStatement(least == 0
                        ? ALL.formatted(lake.scan(Collected.VIDEO))
                        : FOLLOWED.formatted(lake.scan(Collected.OBSERVATION)))) {
            if (least > 0) {
                query.setLong(1, least);
            }
            Set<String> handles = new HashSet<>();
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    handles.add(row.getString(1));
                }
            }
            return handles;
        } catch (SQLException e) {
            throw StoreException.permanent("creators were not read", "the lake", "Run \"upswell doctor\".", e);
        }
    }
}
