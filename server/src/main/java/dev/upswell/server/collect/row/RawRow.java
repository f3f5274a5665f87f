package dev.upswell.server.collect.row;

import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RejectReason;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One row as it stands in a file, before anything is known of its meaning.
public sealed interface RawRow {

    /// Where the row stands.
    Position position();

    /// The beginning of the row, for people who look into the quarantine.
    String excerpt();

    /// The same row, so many rows and lines further down.
    default RawRow moved(long rows, long lines) {
        Position there = new Position(position().row() + rows, position().line() + lines);
        return switch (this) {
            case Csv csv -> new Csv(there, csv.header(), csv.values());
            case Json json -> new Json(there, json.item());
            case Broken broken -> new Broken(there, broken.reason(), broken.detail(), broken.excerpt());
        };
    }

    /// A record of a CSV file; it has as many values as its header has columns.
    record Csv(Position position, CsvHeader header, List<String> values) implements RawRow {

        /// The text of a column.
        ///
        /// **absence** `null` when the file has no such column, or the field is empty or blank.
        public @Nullable String field(String column) {
            int index = header.indexOf(column);
            if (index < 0) {
                return null;
            }
            String value = values.get(index).strip();
            return value.isEmpty() ? null : value;
        }

        /// Whether the column says something: it is neither blank nor a word for nothing.
        public boolean says(String column) {
            String text = field(column);
            return text != null && !WrittenCount.isNothing(text);
        }

        @Override
        public String excerpt() {
            return Excerpts.of(String.join(",", values));
        }
    }

    /// An object (or, when the file is odd, any value) of a JSON file.
    record Json(Position position, Item item) implements RawRow {

        public Json(Position position, JsonNode node) {
            this(position, new TreeItem(node));
        }

        /// The item as a tree.
        public JsonNode node() {
            return item.tree();
        }

        @Override
        public String excerpt() {
            return Excerpts.of(node().toString());
        }
    }

    /// A row that could not even be read.
    record Broken(Position position, RejectReason reason, String detail, String excerpt) implements RawRow {

        public Broken {
            excerpt = Excerpts.of(excerpt);
        }
    }
}
