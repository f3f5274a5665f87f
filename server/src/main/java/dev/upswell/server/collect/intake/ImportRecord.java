package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.mapping.MappingVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One import as the product remembers it.
///
/// @param id of its row in the database, or of the background work as long as there is no row
/// @param format label of the format; `null` while it is not known
/// @param mapping the kept mapping that reads it; `null` when none does, and while it is not known
/// @param finishedAt `null` while it is not finished, and for a repeat that stored nothing
public record ImportRecord(UUID id, String file, @Nullable String format, ImportState state, Instant startedAt,
        @Nullable Instant finishedAt, Rows rows, Found found, @Nullable MappingVersion mapping) {

    /// What became of the rows so far: `read = stored + duplicate +` the sum of `quarantined`.
    ///
    /// @param quarantined by label of the reason
    public record Rows(long read, long stored, long duplicate, Map<String, Long> quarantined) {

        static final Rows NONE = new Rows(0, 0, 0, Map.of());

        public Rows {
            quarantined = Map.copyOf(quarantined);
        }

        static Rows of(FileReport report) {
            Map<String, Long> reasons = new HashMap<>();
            for (Map.Entry<RejectReason, Long> entry : report.quarantined().entrySet()) {
                reasons.put(entry.getKey().label(), entry.getValue());
            }
            return new Rows(report.rowsRead(), report.stored(), report.duplicate(), reasons);
        }
    }

    /// What the rows hold; known once the import is finished.
    ///
    /// @param observations readings stored
    /// @param entities distinct entities by kind
    /// @param from earliest reading; `null` when there is none or it is not known yet
    /// @param to latest reading; `null` exactly when `from` is
    public record Found(long observations, Map<String, Long> entities, @Nullable Instant from, @Nullable Instant to,
            List<String> notes) {

        static final Found NOTHING = new Found(0, Map.of(), null, null, List.of());

        public Found {
            entities = Map.copyOf(entities);
            notes = List.copyOf(notes);
        }

        static Found of(FileReport report) {
            Map<String, Long> entities = new HashMap<>();
            report.entities().forEach((kind, count) -> entities.put(kind.label(), count));
            return new Found(report.observations(), entities, report.from(), report.to(), report.notes());
        }
    }

    ImportRecord with(ImportState next) {
        return new ImportRecord(id, file, format, next, startedAt, finishedAt, rows, found, mapping);
    }
}
