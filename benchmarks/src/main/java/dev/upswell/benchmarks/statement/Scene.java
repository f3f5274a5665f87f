package dev.upswell.benchmarks.statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/// Facts, a sentence that can be said of them, and what fills its places truthfully.
///
/// @param frame the sentence with its places
/// @param slots by the place's name
record Scene(String family, Tongue tongue, String frame, List<Told> facts, Map<String, Slot> slots, Instant asOf) {

    boolean has(String place) {
        return frame.contains("{" + place + "}");
    }

    Slot slot(String place) {
        Slot slot = slots.get(place);
        if (slot == null) {
            throw new IllegalStateException("The place {" + place + "} of \"" + frame + "\" is filled by nothing");
        }
        return slot;
    }
}
