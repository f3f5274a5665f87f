package dev.upswell.server.commerce;

import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Numbers the rows of exports without ids that tell of one thing, by their places in their file.
///
/// A row that was met before has the place it got then; one that was not goes behind all that the lake holds of its file
/// about the same thing. So a row from quarantine takes the place of no other, and a later report of the same things, which is
/// another file, begins with the first place again and corrects what was told.
final class FactPlaceRepository {

    private static final String SOURCES = CommerceDatasets.WITHOUT_IDS.stream().map(source -> "'" + source + "'")
            .collect(Collectors.joining(", "));

    private final LakeSession lake;
    private final @Nullable String content;

    /// @param content SHA-256 of the file; `null` when the rows are of none and keep no place
    FactPlaceRepository(LakeSession lake, @Nullable String content) {
        this.lake = lake;
        this.content = content;
    }

    /// A query for the rows of the chunk's table of this dataset, those without ids with their number in the column that
    /// tells namesakes apart.
    ///
    /// @param key columns that facts about one thing have in common, separated by commas
    String numbered(Dataset dataset, String key) {
        String column = CommerceDatasets.NUMBERED.get(dataset);
        if (column == null) {
            return "SELECT * FROM chunk_" + dataset.name();
        }
        place(dataset, key);
        return """
            SELECT c.* REPLACE (CASE WHEN p.place > 1 THEN concat_ws(' ', c."%1$s", '#' || p.place) ELSE c."%1$s" END
                AS "%1$s")
            FROM chunk_%2$s c LEFT JOIN place_%2$s p USING (row_number)""".formatted(column, dataset.name());
    }

    /// Makes the table `place_DATASET` with the place of each row of the chunk, and whether it is new.
    private void place(Dataset dataset, String key) {
        lake.execute("""
            CREATE OR REPLACE TEMP TABLE place_%1$s AS
            WITH named AS (SELECT row_number, ('0x' || md5(to_json(row(%2$s))::VARCHAR)[1:16])::UBIGINT AS thing
                FROM chunk_%1$s WHERE source IN (%3$s)),
            earlier AS (SELECT e.thing, e.row_number, e.place FROM %4$s e
                SEMI JOIN named n ON n.thing = e.thing
                WHERE e.content_sha256 = '%5$s' AND e.dataset = '%1$s'),
            taken AS (SELECT thing, max(place) AS places FROM earlier GROUP BY thing)
            SELECT n.thing, n.row_number, e.place IS NULL AS fresh, coalesce(e.place, coalesce(t.places, 0)
                + row_number() OVER (PARTITION BY n.thing, e.place IS NULL ORDER BY n.row_number)) AS place
            FROM named n LEFT JOIN earlier e USING (thing, row_number) LEFT JOIN taken t ON t.thing = n.thing"""
                .formatted(dataset.name(), key, SOURCES, lake.scan(CommerceDatasets.FACT_PLACE), content));
    }

    /// Writes the places of rows that were met for the first time, as a file that nobody sees yet.
    ///
    /// **absence** empty when there are none, or the dataset's rows are not [numbered][#numbered]
    Optional<StagedFile> stage(Dataset dataset) {
        if (content == null || !CommerceDatasets.NUMBERED.containsKey(dataset)) {
            return Optional.empty();
        }
        return lake.stage(CommerceDatasets.FACT_PLACE, "SELECT '" + content + "' AS content_sha256, '" + dataset.name()
                + "' AS dataset, thing, row_number, place FROM place_" + dataset.name() + " WHERE fresh");
    }
}
