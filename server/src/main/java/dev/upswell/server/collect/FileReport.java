package dev.upswell.server.collect;

import dev.upswell.content.EntityKind;
import dev.upswell.server.mapping.MappingVersion;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What became of the rows of one file.
///
/// @param rowsRead rows of the file, always `stored + duplicate +` the sum of `quarantined`
/// @param stored rows that said something new
/// @param duplicate rows of which everything was known already
/// @param quarantined rows put aside, by reason
/// @param observations readings stored; a row may hold several, or none
/// @param entities distinct entities that the rows are about, by kind
/// @param from time of the earliest reading in the file; `null` when it has none
/// @param to time of the latest reading in the file; `null` when it has none
/// @param notes what was left out, derived or noticed
/// @param problem why the file ended early: the rows before are imported, the rest could not be read; `null` when it was
///     read to its end
/// @param mapping the kept mapping by which it was read; `null` when none was
public record FileReport(String name, FileFormat format, long rowsRead, long stored, long duplicate,
        Map<RejectReason, Long> quarantined, long observations, Map<EntityKind, Long> entities, @Nullable Instant from,
        @Nullable Instant to, List<String> notes, @Nullable String problem, @Nullable MappingVersion mapping) {

    public FileReport {
        quarantined = Map.copyOf(quarantined);
        entities = Map.copyOf(entities);
        notes = List.copyOf(notes);
        long put = quarantined.values().stream().mapToLong(Long::longValue).sum();
        if (rowsRead != stored + duplicate + put) {
            throw new IllegalStateException("rows read (" + rowsRead + ") must equal stored " + stored + " + duplicate "
                    + duplicate + " + quarantined " + put + "\nMaybe a row was counted twice.");
        }
    }

    /// How many rows were put aside.
    public long quarantinedRows() {
        return quarantined.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Why the file ended early, if it did.
    public Optional<String> endedEarly() {
        return Optional.ofNullable(problem);
    }
}
