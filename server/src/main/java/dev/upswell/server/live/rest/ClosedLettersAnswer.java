package dev.upswell.server.live.rest;

import dev.upswell.server.live.DeadLetter;
import dev.upswell.server.live.DeadLetters;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/// What became of dead letters that were closed together, as programs read it.
@Schema(name = "ClosedDeadLetters")
record ClosedLettersAnswer(@Schema(description = "Those that were taken up or given up") List<UUID> closed,
        @Schema(description = "Those that stay, because their subjects are being visited anew") List<UUID> waiting,
        @Schema(description = "How many more are meant: call again") long left) {

    static ClosedLettersAnswer of(DeadLetters.Closed closed) {
        return new ClosedLettersAnswer(ids(closed.closed()), ids(closed.waiting()), closed.left());
    }

    private static List<UUID> ids(List<DeadLetter> letters) {
        return letters.stream().map(DeadLetter::id).toList();
    }
}
