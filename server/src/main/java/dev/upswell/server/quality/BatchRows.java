package dev.upswell.server.quality;

import dev.upswell.quality.FieldSketch;
import java.util.Map;
import java.util.TreeMap;

/// What is counted of the rows of a batch while they are mapped: who gave them, which could not be used, what fields they have.
///
/// It begins anew when the batch is judged. Not for several threads at once.
public final class BatchRows {

    /// Rows whose fields are looked at: the shape of a source shows in the first.
    private static final long LOOKED_AT = 200;

    private final Map<String, Giver> givers = new TreeMap<>();

    /// Who gave rows of one format.
    static final class Giver {
        private final String format;
        private final FieldSketch.Gathering fields = new FieldSketch.Gathering();
        private long answers;
        private long rows;
        private long unusable;

        private Giver(String format) {
            this.format = format;
        }

        String format() {
            return format;
        }

        FieldSketch sketch() {
            return fields.end();
        }

        long answers() {
            return answers;
        }

        long rows() {
            return rows;
        }

        long unusable() {
            return unusable;
        }
    }

    /// The fields of one item.
    public interface Fields {
        /// Tells each field to the gathering.
        void tell(FieldSketch.Gathering gathering);
    }

    /// Counts an answer, or a file, of this source.
    public void answer(String source, String format) {
        giver(source, format).answers++;
    }

    /// Counts a row.
    public void row(String source, String format, boolean usable, Fields fields) {
        Giver giver = giver(source, format);
        giver.rows++;
        giver.unusable += usable ? 0 : 1;
        if (giver.fields.items() < LOOKED_AT) {
            giver.fields.item();
            fields.tell(giver.fields);
        }
    }

    private Giver giver(String source, String format) {
        return givers.computeIfAbsent(source, _ -> new Giver(format));
    }

    Map<String, Giver> givers() {
        return givers;
    }

    /// How many rows were counted.
    public long rows() {
        return givers.values().stream().mapToLong(Giver::rows).sum();
    }

    /// Forgets all rows.
    public void clear() {
        givers.clear();
    }
}
