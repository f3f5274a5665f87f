package dev.upswell.server.collect;

import dev.upswell.commerce.CommerceFact;
import dev.upswell.content.Video;
import dev.upswell.timeline.Observation;
import java.util.List;
import java.util.Set;

/// What a mapper made of a row.
public sealed interface RowResult {

    /// The row is understood.
    ///
    /// @param observations the readings in the row, perhaps of several entities; empty when the row is undated
    /// @param content what the row says about videos apart from counters
    /// @param facts what it says about ads and shops
    /// @param names what it calls entities
    /// @param notes what was left out or derived
    record Mapped(List<Observation> observations, List<Video> content, List<CommerceFact> facts,
            List<EntityName> names, Set<RowNote> notes) implements RowResult {

        public Mapped {
            observations = List.copyOf(observations);
            content = List.copyOf(content);
            facts = List.copyOf(facts);
            names = List.copyOf(names);
            notes = Set.copyOf(notes);
        }
    }

    /// The row goes to quarantine.
    ///
    /// @param reason the first thing that is wrong
    /// @param detail everything that is wrong, with the fields and their values
    record Rejected(RejectReason reason, String detail) implements RowResult {
    }
}
