package dev.upswell.server.collect.mapper;

import dev.upswell.content.Count;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.format.ContentDetection;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.timeline.Observation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes what a file maps to as text that a person can check: one line for each reading, description, name and note.
public final class GoldenRows {

    public static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");

    private GoldenRows() {
    }

    /// What an undated file maps to.
    public static String of(String content) {
        return of(content, ImportOptions.AUTO);
    }

    /// What a file maps to that was observed at this time.
    public static String of(String content, @Nullable String observedAt) {
        return of(content, new ImportOptions(null, observedAt == null ? null : Instant.parse(observedAt)));
    }

    /// What a file maps to under these options.
    public static String of(String content, ImportOptions options) {
        List<String> lines = new ArrayList<>();
        MappingContext context = new MappingContext(NOW, options.observedAt());
        try (OpenFile file = new ContentDetection(Mappers.all()).open(source(content), options)) {
            lines.add(file.mapper().format().label());
            for (RawRow row = file.next(); row != null; row = file.next()) {
                lines.add("line " + row.position().line());
                lines.addAll(lines(file.mapper().map(row, context)));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    public static ImportSource source(String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        return new ImportSource("test", bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    private static List<String> lines(RowResult result) {
        List<String> lines = new ArrayList<>();
        switch (result) {
            case RowResult.Rejected no -> lines.add("  rejected " + no.reason().label() + ": " + no.detail());
            case RowResult.Mapped yes -> {
                yes.observations().forEach(reading -> lines.add("  " + reading(reading)));
                yes.facts().forEach(fact -> lines.add("  " + fact));
                yes.content().forEach(video -> lines.add("  " + description(video)));
                yes.names().forEach(name -> lines.add("  " + id(name.entity()) + " is called " + name.name()));
                new TreeSet<>(yes.notes()).forEach(note -> lines.add("  note " + note));
            }
        }
        return lines;
    }

    private static String reading(Observation reading) {
        Counts counts = reading.counts();
        return id(reading.entity()) + " by " + reading.source() + " at " + reading.observedAt()
                + count("views", counts.views())
                + count("likes", counts.likes()) + count("comments", counts.comments())
                + count("shares", counts.shares())
                + count("saves", counts.saves()) + count("posts", counts.posts())
                + count("followers", counts.followers());
    }

    private static String count(String name, @Nullable Count count) {
        return count == null
                ? ""
                : " " + name + " " + count.value() + (count.resolution() == 1 ? "" : "±" + count.resolution());
    }

    private static String description(Video video) {
        return id(video.id()) + " of " + id(video.creator()) + " with " + id(video.sound()) + " created "
                + video.createdAt()
                + " lasts " + video.duration() + " "
                + video.hashtags().stream().map(tag -> "#" + tag.value()).collect(Collectors.joining(" ")) + " \""
                + video.caption() + "\"";
    }

    private static String id(@Nullable EntityId entity) {
        return entity == null ? "nobody" : entity.kind().label() + ":" + entity.value();
    }
}
