package dev.upswell.server.collect;

import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What collecting keeps in the lake.
public final class Collected {

    /// The counters of an observation, in the order of their columns; each has a second column `NAME_step`.
    public static final List<String> COUNTERS = ColumnMapping.COUNTERS;

    /// Every distinct reading. Two readings are the same when all columns are equal.
    public static final Dataset OBSERVATION = new Dataset("observation", observationColumns(), "observed_at",
            List.of("kind", "entity_id", "source", "observed_at", "views", "likes", "posts", "followers"));

    /// Every distinct description of a video by a source. Two are the same when all columns are equal.
    public static final Dataset VIDEO = new Dataset("video",
            List.of(new Column("video_id", "VARCHAR", "Id of the video"),
                    new Column("source", "VARCHAR", "Who described it, the format for files without a source"),
                    new Column("creator", "VARCHAR", "Handle of the creator in lower case; null when not given"),
                    new Column("sound", "VARCHAR", "Id of the sound; null when not given or damaged"),
                    new Column("hashtags", "VARCHAR", "Names of its hashtags in the order given, separated by spaces"),
                    new Column("created_at", "TIMESTAMP", "When it was posted, UTC; null when unknown"),
                    new Column("duration_ms", "BIGINT",
                            "Length in milliseconds; null for photo posts and when unknown"),
                    new Column("caption", "VARCHAR", "Caption; null when there is none")),
            "created_at", List.of("video_id", "source", "creator", "sound", "hashtags", "caption"));

    /// Readings of batches that a quality gate set aside whole, until somebody lets them in or drops them.
    public static final Dataset HELD_OBSERVATION = held("held_observation", OBSERVATION);

    /// Descriptions of videos in such batches.
    public static final Dataset HELD_VIDEO = held("held_video", VIDEO);

    /// Name of the lock under which the lake is compared with what is imported.
    public static final String WORK = "import";

    /// All of it, which importers alone write.
    public static final List<Dataset> DATASETS = Stream
            .concat(Stream.of(OBSERVATION, VIDEO, HELD_OBSERVATION, HELD_VIDEO), CommerceDatasets.ALL.stream())
            .toList();

    private Collected() {
    }

    private static Dataset held(String name, Dataset dataset) {
        List<Column> columns = new ArrayList<>(dataset.columns());
        columns.add(new Column("batch_id", "VARCHAR", "Batch that was set aside, as in gate_batch.id · surrogate"));
        return new Dataset(name, columns, dataset.timeColumn(), dataset.sortOrder());
    }

    private static List<Column> observationColumns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column("kind", "VARCHAR", "hashtag, sound, video or creator"),
                new Column("entity_id", "VARCHAR", "Id within the kind; a hashtag's name in lower case without #"),
                new Column("source", "VARCHAR", "Who gave the reading, for example apify or discover:www"),
                new Column("observed_at", "TIMESTAMP", "When the counters were read, UTC")));
        for (String counter : COUNTERS) {
            columns.add(new Column(counter, "BIGINT", "Number of " + counter + "; null when not given"));
            columns.add(new Column(counter + "_step", "BIGINT",
                    "Step in which " + counter + " are displayed, 1 when exact; null when not given"));
        }
        return columns;
    }
}
