package dev.upswell.quality;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Which fields the items of a batch have, and of what type.
///
/// @param items how many were looked at
/// @param fields by path: in how many of them it stands, and its type
public record FieldSketch(long items, SortedMap<String, Field> fields) {

    /// A field in this share of the items belongs to the shape of a source: others come and go.
    static final double STEADY = 0.95;

    private static final long MOST_ITEMS = 10_000;

    /// A field of the items.
    ///
    /// @param type the one type it has, or `mixed`
    public record Field(String type, long items) {
    }

    public FieldSketch {
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// Whether nearly every item has this field.
    public boolean isSteady(String path) {
        Field field = fields.get(path);
        return field != null && field.items() >= STEADY * items;
    }

    /// Both together, so that fields which come and go are known too. Of long histories the latest count most.
    public FieldSketch plus(FieldSketch later) {
        long share = items > MOST_ITEMS ? 2 : 1;
        Map<String, Field> all = new TreeMap<>();
        fields.forEach((path, field) -> all.put(path, new Field(field.type(), field.items() / share)));
        later.fields().forEach((path, field) -> all.merge(path, field,
                (a, b) -> new Field(Gathering.both(a.type(), b.type()), a.items() + b.items())));
        return new FieldSketch(items / share + later.items(), new TreeMap<>(all));
    }

    /// Gathers the fields of items.
    public static final class Gathering {

        /// Fields that are told apart: an item that makes up names has no shape to speak of.
        private static final int MOST_FIELDS = 500;
        private static final String MIXED = "mixed";

        private final Map<String, Field> fields = new HashMap<>();
        private long items;

        /// Counts an item; its fields follow.
        public void item() {
            items++;
        }

        /// Counts a field of the item.
        ///
        /// @param type such as `text` or `number`; empty for a field without a value, which has no type
        public void field(String path, String type) {
            Field known = fields.get(path);
            if (known == null) {
                if (fields.size() < MOST_FIELDS) {
                    fields.put(path, new Field(type, 1));
                }
                return;
            }
            fields.put(path, new Field(both(known.type(), type), known.items() + 1));
        }

        private static String both(String known, String other) {
            if (other.isEmpty() || known.equals(other)) {
                return known;
            }
            return known.isEmpty() ? other : MIXED;
        }

        /// How many items were counted.
        public long items() {
            return items;
        }

        /// What was gathered, and the beginning of the next batch.
        public FieldSketch end() {
            FieldSketch sketch = new FieldSketch(items, new TreeMap<>(fields));
            fields.clear();
            items = 0;
            return sketch;
        }
    }
}
