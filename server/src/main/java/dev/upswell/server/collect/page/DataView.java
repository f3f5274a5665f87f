package dev.upswell.server.collect.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.Simulated;
import dev.upswell.server.mapping.KeptMapping;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.web.Listing;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the data page shows.
///
/// @param imports newest first
/// @param reasons how many rows are quarantined by reason code, of all files
/// @param quarantine the part asked for, newest first
/// @param mappings the kept ones in use, by name
public record DataView(List<Source> sources, List<ImportedFile> imports, Map<String, Long> reasons,
        Listing<QuarantinedRow> quarantine, List<Notice> notices, List<Mapping> mappings) {

    public DataView {
        sources = List.copyOf(sources);
        imports = List.copyOf(imports);
        reasons = Map.copyOf(reasons);
        notices = List.copyOf(notices);
        mappings = List.copyOf(mappings);
    }

    /// Whether an import is still going on, so that the page should look again.
    public boolean running() {
        return imports.stream().anyMatch(
                file -> file.progress() instanceof Progress.Running || file.progress() instanceof Progress.Waiting);
    }

    /// One source's readings of one kind of entity.
    ///
    /// @param source its name, such as `tiktok-web`
    /// @param readings what they are, and since when
    /// @param stale whether nothing has come for longer than usual
    /// @param cumulative false for period totals, from which no gains can be computed
    public record Source(String source, EntityKind kind, Readings readings, boolean stale, boolean cumulative) {

        /// Whether the readings come from the simulated world.
        public boolean simulated() {
            return Simulated.is(source);
        }
    }

    /// How many readings of how many entities, and when.
    ///
    /// @param cadence the usual time between two readings of one entity; null when there are too few
    public record Readings(long entities, long rows, Instant first, Instant last, @Nullable Duration cadence) {
    }

    /// One imported file. Rows read = stored + duplicate + all quarantined, once it is done.
    ///
    /// @param mapping the kept mapping that read it; null when none did
    /// @param format the format's code, whose words are the message `format.…`; null while not yet recognised
    public record ImportedFile(String id, String name, @Nullable String format, Instant startedAt, Progress progress,
            Counted counted, Found found, @Nullable MappingVersion mapping) {
    }

    /// A kept mapping in its newest version.
    public record Mapping(KeptMapping kept, MappingUse use) {
    }

    /// What a file holds, as far as it is known.
    ///
    /// @param observations readings stored
    /// @param entities distinct entities by the label of their kind
    /// @param from earliest reading; null when there is none or it is not known yet
    /// @param to latest reading; null exactly when `from` is
    /// @param notes what was left out, derived or noticed, for people
    public record Found(long observations, Map<String, Long> entities, @Nullable Instant from, @Nullable Instant to,
            List<String> notes) {

        public Found {
            entities = Map.copyOf(entities);
            notes = List.copyOf(notes);
        }

        /// Nothing is known of the file's content.
        public static Found nothing() {
            return new Found(0, Map.of(), null, null, List.of());
        }

        /// Whether there is nothing to tell.
        public boolean isEmpty() {
            return observations == 0 && entities.isEmpty() && notes.isEmpty();
        }
    }

    /// How far an import is.
    public sealed interface Progress {

        /// The end of its message code `progress.…`.
        default String code() {
            return switch (this) {
                case Waiting waiting -> "waiting";
                case Running running -> "running";
                case Interrupted interrupted -> "interrupted";
                case Done done -> "done";
                case BrokenOff brokenOff -> "brokenOff";
                case Failed failed -> "failed";
            };
        }

        /// Other imports are before it.
        record Waiting() implements Progress {
        }

        /// Still reading; the share of bytes read, 0–1.
        record Running(double share) implements Progress {
        }

        /// The process that imported was killed. What is counted is stored, and the same file goes on behind it.
        record Interrupted() implements Progress {
        }

        /// Finished.
        record Done() implements Progress {
        }

        /// The file broke off: the rows before are stored.
        record BrokenOff(Sentence reason) implements Progress {
        }

        /// Stopped; nothing of the file's unfinished part is visible.
        record Failed(Sentence reason) implements Progress {
        }
    }

    /// What became of the rows of a file.
    ///
    /// @param quarantined rows by reason code
    public record Counted(long read, long stored, long duplicate, Map<String, Long> quarantined) {

        public Counted {
            quarantined = Map.copyOf(quarantined);
        }

        /// All quarantined rows.
        public long refused() {
            return quarantined.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// A row that was not taken in.
    ///
    /// @param line its number in the file, counted from 1
    /// @param reason its reason's code, whose words are the message `reason.…`
    /// @param detail the reason with the row's own values, for people
    /// @param excerpt the beginning of the row's text; may be empty
    public record QuarantinedRow(String file, long line, String reason, String detail, String excerpt, Instant at) {
    }
}
