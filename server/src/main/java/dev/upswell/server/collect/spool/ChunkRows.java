package dev.upswell.server.collect.spool;

import dev.upswell.commerce.CommerceFact;
import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.Excerpts;
import dev.upswell.server.store.Dataset;
import dev.upswell.timeline.Observation;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The readings and descriptions in the rows of one chunk, set down until the chunk is compared with the lake, and their facts.
///
/// It needs no DuckDB, so that one chunk can be gathered while another is compared.
public final class ChunkRows implements AutoCloseable {

    /// Readings with the number of their row.
    public static final Dataset OBSERVATIONS = numbered("chunk_observation", Collected.OBSERVATION);

    /// Descriptions of videos with the number of their row.
    public static final Dataset VIDEOS = numbered("chunk_video", Collected.VIDEO);

    private static final String ROW = "row_number";

    private final RowSpool observations;
    private final RowSpool videos;
    private final List<Told> facts = new ArrayList<>();

    /// A fact and its row.
    public record Told(long row, CommerceFact fact) {
    }

    /// @param files gives names of files that do not exist
    public ChunkRows(Supplier<Path> files) {
        this.observations = new RowSpool(files.get(), OBSERVATIONS.columns());
        this.videos = new RowSpool(files.get(), VIDEOS.columns());
    }

    private static Dataset numbered(String name, Dataset dataset) {
        List<Dataset.Column> columns = new ArrayList<>(dataset.columns());
        columns.addFirst(new Dataset.Column(ROW, "BIGINT", "Row of the file"));
        return new Dataset(name, columns, null, List.of());
    }

    /// Adds what a row says.
    ///
    /// @param contentSource who describes the videos in it
    public void append(long row, RowResult.Mapped mapped, String contentSource) {
        for (Observation reading : mapped.observations()) {
            append(row, reading);
        }
        for (Video video : mapped.content()) {
            append(row, video, contentSource);
        }
        mapped.facts().forEach(fact -> facts.add(new Told(row, fact)));
    }

    private void append(long row, Observation reading) {
        Counts counts = reading.counts();
        observations.whole(row).text(reading.entity().kind().label()).text(reading.entity().value())
                .text(reading.source()).whole(micros(reading.observedAt()));
        append(counts.views());
        append(counts.likes());
        append(counts.comments());
        append(counts.shares());
        append(counts.saves());
        append(counts.posts());
        append(counts.followers());
        observations.endRow();
    }

    private void append(@Nullable Count count) {
        if (count == null) {
            observations.absent().absent();
        } else {
            observations.whole(count.value()).whole(count.resolution());
        }
    }

    private void append(long row, Video video, String source) {
        videos.whole(row).text(video.id().value()).text(source).text(id(video.creator())).text(id(video.sound()))
                .text(words(video.hashtags()));
        Instant created = video.createdAt();
        Duration duration = video.duration();
        if (created == null) {
            videos.absent();
        } else {
            videos.whole(micros(created));
        }
        if (duration == null) {
            videos.absent();
        } else {
            videos.whole(duration.toMillis());
        }
        String caption = video.caption();
        videos.text(caption == null ? null : Excerpts.storable(caption)).endRow();
    }

    private static String words(List<EntityId> entities) {
        StringBuilder words = new StringBuilder();
        for (EntityId entity : entities) {
            words.append(words.isEmpty() ? "" : " ").append(entity.value());
        }
        return words.toString();
    }

    private static @Nullable String id(@Nullable EntityId entity) {
        return entity == null ? null : Excerpts.storable(entity.value());
    }

    private static long micros(Instant time) {
        return Math.addExact(Math.multiplyExact(time.getEpochSecond(), 1_000_000L), time.getNano() / 1_000);
    }

    /// Ends the gathering: the files can be read.
    public void end() {
        observations.end();
        videos.end();
    }

    /// The file of the readings; it exists only when there is one.
    public RowSpool observations() {
        return observations;
    }

    /// The file of the descriptions; it exists only when there is one.
    public RowSpool videos() {
        return videos;
    }

    /// The facts in the order of their rows.
    public List<Told> facts() {
        return facts;
    }

    /// Takes the files away.
    @Override
    public void close() {
        try (observations; videos) {
            facts.clear();
        }
    }
}
