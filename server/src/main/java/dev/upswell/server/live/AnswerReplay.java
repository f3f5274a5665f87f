package dev.upswell.server.live;

import dev.upswell.server.collect.RejectReason;
import java.util.Map;

/// Reads raw answers again whose items were quarantined, by the mappers of this version.
public interface AnswerReplay {

    /// What became of the answers.
    ///
    /// @param stored items that say something new now
    /// @param left items that still cannot be used, by reason
    record Replayed(long answers, long stored, long observations, Map<RejectReason, Long> left) {

        public Replayed {
            left = Map.copyOf(left);
        }
    }

    /// Takes all answers of this source in again that have items in quarantine. An item that passes now is stored exactly
    /// once, one that does not stays with its new reason; a kill loses nothing and doubles nothing.
    ///
    /// @param source under which the readings are kept; empty for all
    Replayed replay(String source);
}
