package dev.upswell.server.collect.page;

import dev.upswell.server.mapping.Guess;
import dev.upswell.server.mapping.MappingVersion;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a file seems to be, before it is imported.
public sealed interface Preview {

    /// Whether the file can be imported.
    default boolean usable() {
        return switch (this) {
            case Recognised recognised -> true;
            case Refused refused -> false;
            case Mapping mapping -> true;
        };
    }

    /// The word by which the page tells them apart.
    default String shape() {
        return switch (this) {
            case Recognised recognised -> "recognised";
            case Refused refused -> "refused";
            case Mapping mapping -> "mapping";
        };
    }

    /// The format is known.
    ///
    /// @param token under which the file is kept aside
    /// @param content what was seen of it
    /// @param dating whether the file says when its counts were read
    /// @param mapping the kept mapping that reads it; null for known formats
    record Recognised(String token, File file, String format, Content content, Dating dating,
            @Nullable MappingVersion mapping)
            implements
                Preview {

        /// Whether the reader should say when the counts were read.
        public boolean undated() {
            return dating != Dating.GIVEN;
        }
    }

    /// Whether a file says when its counts were read, and what becomes of its rows when nobody does.
    enum Dating {
        /// It says so.
        GIVEN,
        /// Its rows enter as content, without readings.
        CONTENT,
        /// Its rows hold nothing but readings and are set aside.
        REFUSED;

        /// The end of its message code `preview.undated.…`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The file is a CSV of unknown columns, which the reader says what they are.
    ///
    /// @param token under which the file is kept aside
    /// @param guess what its columns seem to say, with samples
    /// @param answers what the reader says by now; at first the guess
    /// @param problems what is missing or contradicts itself, for people
    /// @param content what would be stored of the first rows; null while there are problems
    /// @param refusals the first rows that would be quarantined
    record Mapping(String token, File file, Guess guess, MappingAnswers answers, List<String> problems,
            @Nullable Content content, List<Refusal> refusals) implements Preview {

        public Mapping {
            problems = List.copyOf(problems);
            refusals = List.copyOf(refusals);
        }
    }

    /// A row that would be quarantined.
    ///
    /// @param reason its reason's code, whose words are the message `reason.…`
    record Refusal(long line, String reason, String detail) {
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
    /// @param remarks what was noticed about the file and its rows, for people
    record Content(List<Field> mapping, List<List<String>> rows, @Nullable Instant from, @Nullable Instant to,
            int looked, int refused, List<String> remarks) {

        public Content {
            mapping = List.copyOf(mapping);
            rows = List.copyOf(rows);
            remarks = List.copyOf(remarks);
        }
    }

    /// A column or field of the file, and what it is taken as.
    ///
    /// @param target its meaning's code, whose words are the message `field.…`; null when it is left out
    record Field(String name, @Nullable String target) {
    }
}
