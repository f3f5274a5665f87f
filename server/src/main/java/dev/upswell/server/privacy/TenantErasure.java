package dev.upswell.server.privacy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An erasure of a whole tenant as the installation keeps it: never whose by name, once it ended.
///
/// @param name of the tenant while it is under way; null afterwards
/// @param marks by which somebody who knows a name or an id can tell whether it was theirs
/// @param steps that ended, in their order
/// @param endedAt null while it is under way
/// @param removed rows and files that went, by place; tables of the installation with their schema, folders as `files lake`
/// @param search null before the first search
/// @param link null while it is under way
public record TenantErasure(UUID id, @Nullable String name, Marks marks, List<String> steps, Erasure.Asked asked,
        @Nullable Instant endedAt, Map<String, Long> removed, @Nullable TenantSearch search, @Nullable Link link) {

    /// HMAC-SHA-256 of a tenant's id and name under a key of the installation, in hexadecimal digits.
    public record Marks(String id, String name) {
    }

    /// What was searched for the tenant's id and for values of its rows, and what was found.
    ///
    /// @param tables every table of the database
    /// @param files every file of the data folder but PostgreSQL's own, and of the lake
    /// @param values of the tenant's rows that no other tenant had, and that were searched beside its id
    /// @param found rows or files, by place; empty where the erasure is complete
    /// @param kept rows and files that name the tenant and have to stay, by place
    public record TenantSearch(long tables, long files, long values, Map<String, Long> found, Map<String, Long> kept) {

        public TenantSearch {
            found = Map.copyOf(found);
            kept = Map.copyOf(kept);
        }
    }

    /// Where the record stands in the chain.
    ///
    /// @param place from 1, without gaps
    /// @param hash SHA-256 of the hash before and of all that the record says, in hexadecimal digits
    public record Link(long place, String hash) {
    }

    public TenantErasure {
        steps = List.copyOf(steps);
        removed = Map.copyOf(removed);
    }

    /// Whether it ended.
    public boolean done() {
        return link != null;
    }

    /// How many rows and files went.
    public long count() {
        return removed.values().stream().mapToLong(Long::longValue).sum();
    }

    /// The record as REST and `--json` tell it.
    ///
    /// @param name while it is under way; null afterwards
    /// @param nameMark by which somebody who knows a name can tell whether it was theirs
    /// @param count of rows and files that went
    /// @param searched null before the first search
    /// @param place in the chain, from 1; null while it is under way
    /// @param hash null while it is under way
    /// @param standing open, as written or changed
    public record TenantRecord(UUID id, @Nullable String name, String nameMark, String askedBy, Instant askedAt,
            @Nullable Instant endedAt, long count, Map<String, Long> removed, @Nullable TenantSearch searched,
            @Nullable Long place, @Nullable String hash, String standing) {
    }

    /// The record as it is told.
    public TenantRecord told(TenantErasures.Chain chain) {
        return new TenantRecord(id, name, marks.name(), asked.by(), asked.at(), endedAt, count(),
                new TreeMap<>(removed), search, link == null ? null : link.place(),
                link == null ? null : link.hash(), standing(chain));
    }

    /// Whether the record says what it said when it ended: open, as written or changed.
    public String standing(TenantErasures.Chain chain) {
        return !done() ? "open" : chain.changed().contains(id) ? "changed" : "as written";
    }
}
