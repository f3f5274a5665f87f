package dev.upswell.server.collect.page;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a file seems to be, before it is imported.
public sealed interface Preview {

    /// Whether the file can be imported.
    default boolean usable() {
        return switch (this) {
            case Recognised recognised -> true;
            case Refused refused -> false;
        };
    }

    /// The format is known.
    ///
    /// @param token under which the file is kept aside
    /// @param content what was seen of it
    /// @param needsObservedAt whether the file does not say when its counts were read
    record Recognised(String token, File file, String format, Content content, boolean needsObservedAt)
            implements
                Preview {
    }

    /// The file cannot be used; the reason is for people and says what to do.
    record Refused(File file, String reason) implements Preview {
    }

    /// The file as it came: its name and size in bytes.
    record File(String name, long bytes) {
    }

    /// The beginning of the file.
    ///
    /// @param mapping which column or field is taken as what, in the file's order
    /// @param rows the first rows as they will be stored, cells in the order of `mapping`
    /// @param from the earliest reading seen in the part looked at; null when none has a time
    /// @param to the latest one; null when none has a time
    /// @param refused how many of the rows looked at would be quarantined
    record Content(List<Field> mapping, List<List<String>> rows, @Nullable Instant from, @Nullable Instant to,
            int looked,
            int refused) {

        public Content {
            mapping = List.copyOf(mapping);
            rows = List.copyOf(rows);
        }
    }

    /// A column or field of the file, and what it is taken as.
    ///
    /// @param target its meaning's code, whose words are the message `field.…`; null when it is left out
    record Field(String name, @Nullable String target) {
    }
}
