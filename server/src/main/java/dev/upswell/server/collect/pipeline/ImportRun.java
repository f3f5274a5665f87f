package dev.upswell.server.collect.pipeline;

import dev.upswell.server.collect.RejectReason;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How far the import of one content has come.
///
/// A repeat of a finished import has no row of its own in the database as long as it stores nothing, so that importing
/// twice leaves the same state as importing once.
final class ImportRun {

    private @Nullable UUID id;
    private final long resumedAt;
    private long rowsDone;
    private long stored;
    private long duplicate;
    private long observations;
    private Map<RejectReason, Long> quarantined;
    private final Set<String> findings;

    /// A run from the first row on.
    ///
    /// @param id of its row; `null` for a repeat
    ImportRun(@Nullable UUID id) {
        this(id, 0, 0, 0, 0, Map.of(), List.of());
    }

    /// A run that goes on behind the rows that are done.
    ///
    /// @param findings what the gates found in them
    ImportRun(@Nullable UUID id, long rowsDone, long stored, long duplicate, long observations,
            Map<RejectReason, Long> quarantined, List<String> findings) {
        this.id = id;
        this.resumedAt = rowsDone;
        this.rowsDone = rowsDone;
        this.stored = stored;
        this.duplicate = duplicate;
        this.observations = observations;
        this.quarantined = Map.copyOf(quarantined);
        this.findings = new LinkedHashSet<>(findings);
    }

    Optional<UUID> id() {
        return Optional.ofNullable(id);
    }

    void recordedAs(UUID row) {
        id = row;
    }

    /// The rows up to this one were dealt with by an earlier attempt.
    long resumedAt() {
        return resumedAt;
    }

    /// Remembers what the gates found in a chunk that is committed.
    void found(List<String> found) {
        findings.addAll(found);
    }

    /// What the gates found so far, with this.
    List<String> findingsWith(List<String> found) {
        Set<String> all = new LinkedHashSet<>(findings);
        all.addAll(found);
        return List.copyOf(all);
    }

    /// Counts a chunk that is committed.
    void count(StagedChunk staged) {
        rowsDone += staged.chunk().rows();
        stored += staged.storedRows();
        duplicate += staged.duplicateRows();
        observations += staged.observations();
        quarantined = quarantinedWith(staged);
    }

    /// The quarantined rows by reason once this chunk is committed.
    Map<RejectReason, Long> quarantinedWith(StagedChunk staged) {
        Map<RejectReason, Long> sum = new EnumMap<>(RejectReason.class);
        sum.putAll(quarantined);
        staged.chunk().rejected().forEach(row -> sum.merge(row.reason(), 1L, Long::sum));
        if (staged.heldRows() > 0) {
            sum.merge(RejectReason.SET_ASIDE, staged.heldRows(), Long::sum);
        }
        return sum;
    }

    long rowsDone() {
        return rowsDone;
    }

    long stored() {
        return stored;
    }

    long duplicate() {
        return duplicate;
    }

    long observations() {
        return observations;
    }

    Map<RejectReason, Long> quarantined() {
        return quarantined;
    }
}
