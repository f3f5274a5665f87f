package dev.upswell.server.live;

import java.util.List;
import java.util.UUID;

/// What failed for good and waits for a person.
public interface DeadLetters {

    /// The newest first, at most `limit` from the `offset`-th on, each with the first 2,000 characters of its body.
    List<DeadLetter> list(int limit, long offset);

    /// At most `limit` whose ids begin with this text, each with the first 2,000 characters of its body.
    List<DeadLetter> beginningWith(String start, int limit);

    /// The letter with its whole body.
    ///
    /// **errors** [LiveRefused] when there is none.
    DeadLetter find(UUID id);

    /// How many there are.
    long count();

    /// Takes the letter up again, and returns it: its sweep is opened at its cursor, or its answer waits to be stored again. The next round does
    /// the work.
    ///
    /// **errors** [LiveRefused] when there is none, or when its subject is being visited anew already.
    DeadLetter replay(UUID id);

    /// Gives the letter up, and returns it.
    ///
    /// **errors** [LiveRefused] when there is none.
    DeadLetter drop(UUID id);
}
