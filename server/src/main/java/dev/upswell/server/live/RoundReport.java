package dev.upswell.server.live;

import dev.upswell.server.collect.RejectReason;
import java.util.List;
import java.util.Map;

/// What a round did.
///
/// @param requests that were sent, failed ones included
/// @param pages that were kept
/// @param reused pages that were answered from what was kept, without a request
/// @param done sweeps that came to their end
/// @param broken sweeps that ended in a dead letter
/// @param left sweeps that stay open, with the reason
/// @param taken what became of the items
public record RoundReport(long requests, long pages, long reused, long done, long broken, List<Left> left,
        Taken taken) {

    public RoundReport {
        left = List.copyOf(left);
    }

    /// A sweep that stays open.
    ///
    /// @param why in a sentence without its full stop
    public record Left(String source, String subject, String why) {
    }

    /// What became of the items of all answers that were stored: `items = stored + known + ` the sum of `quarantined`.
    ///
    /// @param unstorable answers that became dead letters
    public record Taken(long answers, long items, long stored, long known, long observations,
            Map<RejectReason, Long> quarantined, long unstorable) {

        public Taken {
            quarantined = Map.copyOf(quarantined);
        }
    }
}
