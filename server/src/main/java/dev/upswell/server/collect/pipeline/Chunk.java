package dev.upswell.server.collect.pipeline;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.EntityName;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.Excerpts;
import dev.upswell.server.collect.row.RawRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Consecutive rows of a file that are stored together. The rows' readings and content stand in DuckDB; here is the rest.
final class Chunk {

    private static final int LONGEST_NAME = 120;
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Map<EntityId, String> names = new LinkedHashMap<>();
    private long rows;

    /// Adds a row; its readings and content go into the table.
    void add(RawRow row, RowResult result, ChunkRepository table, String contentSource) {
        rows++;
        switch (result) {
            case RowResult.Rejected no -> rejected.add(new RejectedRow(row.position(), no.reason(),
                    Excerpts.storable(no.detail()), row.excerpt()));
            case RowResult.Mapped yes -> {
                table.append(row.position().row(), yes, contentSource);
                yes.names().forEach(this::name);
                yes.content().forEach(this::nameByCaption);
            }
        }
    }

    /// Adds a row that was understood, numbered by its place in the chunk, for rows of several answers.
    void add(RowResult.Mapped row, ChunkRepository table, String contentSource) {
        rows++;
        table.append(rows, row, contentSource);
        row.names().forEach(this::name);
        row.content().forEach(this::nameByCaption);
    }

    private void name(EntityName name) {
        names.putIfAbsent(name.entity(), shortened(name.name()));
    }

    private void nameByCaption(Video video) {
        if (video.caption() != null && !video.caption().isBlank()) {
            names.putIfAbsent(video.id(), shortened(video.caption()));
        }
    }

    private static String shortened(String name) {
        String line = Excerpts.storable(name.strip().replaceAll("\\s+", " "));
        return line.codePointCount(0, line.length()) <= LONGEST_NAME
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_NAME)) + "…";
    }

    long rows() {
        return rows;
    }

    List<RejectedRow> rejected() {
        return rejected;
    }

    Map<EntityId, String> names() {
        return names;
    }

    /// Rows that were understood.
    long mapped() {
        return rows - rejected.size();
    }
}
