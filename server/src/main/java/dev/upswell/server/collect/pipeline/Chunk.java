package dev.upswell.server.collect.pipeline;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.EntityName;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.row.Excerpts;
import dev.upswell.server.collect.row.GateTally;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.spool.ChunkRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Consecutive rows of a file that are stored together.
final class Chunk implements AutoCloseable {

    private static final int LONGEST_NAME = 120;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private final List<RejectedRow> rejected = new ArrayList<>();
    private final Map<EntityId, String> names = new LinkedHashMap<>();
    private final GateTally gate = new GateTally();
    private final ChunkRows content;
    private long rows;

    /// @param content takes the rows' readings and content; ends with the chunk
    Chunk(ChunkRows content) {
        this.content = content;
    }

    /// The rows' readings and content.
    ChunkRows content() {
        return content;
    }

    /// What the store gate decided about its rows.
    GateTally gate() {
        return gate;
    }

    /// Adds a row.
    void add(RawRow row, RowResult result, String contentSource) {
        rows++;
        switch (result) {
            case RowResult.Rejected no -> rejected.add(RejectedRow.ofFile(row, no));
            case RowResult.Mapped yes -> {
                content.append(row.position().row(), yes, contentSource);
                yes.names().forEach(this::name);
                yes.content().forEach(this::nameByCaption);
            }
        }
    }

    /// Adds a row that was understood, numbered by its place in the chunk, for rows of several answers.
    void add(RowResult.Mapped row, String contentSource) {
        rows++;
        content.append(rows, row, contentSource);
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

    /// Whether no blank stands beside another and none is anything but a blank; then there is nothing to replace.
    private static boolean isOneLine(String text) {
        char before = 'x';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c == ' ' && before == ' ')) {
                return false;
            }
            before = c;
        }
        return true;
    }

    private static String shortened(String name) {
        String bare = name.strip();
        String line = Excerpts.storable(isOneLine(bare) ? bare : SPACE.matcher(bare).replaceAll(" "));
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

    /// Forgets the names of all but these entities: of what is set aside nothing is told.
    void nameOnly(Set<EntityId> entities) {
        names.keySet().retainAll(entities);
    }

    /// Rows that were understood.
    long mapped() {
        return rows - rejected.size();
    }

    /// Gives the room of the rows back.
    @Override
    public void close() {
        content.close();
    }
}
