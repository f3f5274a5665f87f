package dev.upswell.server.feature;

import dev.upswell.server.collect.Collected;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts the files of readings behind a vector.
final class LineageRepository {

    /// @param known files that could be seen when it was computed, merged ones among them
    /// @param later visible files with readings of its time that came after
    record Files(long known, long later) {
    }

    Files files(JdbcClient db, FeatureVector.Computed computed) {
        return db.sql("""
            select count(*) filter (where seq <= ?) as known, count(*) filter (where seq > ? and retired_at is null
            and min_time <= ?) as later from lake_file where dataset = ?""")
                .params(computed.lakeSeq(), computed.lakeSeq(), computed.asOf().atOffset(ZoneOffset.UTC),
                        Collected.OBSERVATION.name())
                .query((row, index) -> new Files(row.getLong("known"), row.getLong("later"))).single();
    }
}
