package dev.upswell.server.live;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What failed for good and waits for a person.
public interface DeadLetters {

    /// How many letters one call takes up or gives up at most, so that none lasts longer than seconds.
    int MOST_CLOSED = 500;

    /// Which letters are meant: those of which all that is said here holds.
    ///
    /// @param source empty for all
    /// @param reason such as `retry-later` or `unstorable`; empty for all
    /// @param from given up from this instant on; null for the first
    /// @param until given up before; null for the last
    record Filter(String source, String reason, @Nullable Instant from, @Nullable Instant until) {

        /// Every letter.
        public static final Filter ALL = new Filter("", "", null, null);

        /// Whether every letter is meant.
        public boolean isAll() {
            return equals(ALL);
        }
    }

    /// What became of the letters that were meant.
    ///
    /// @param closed those that were taken up or given up
    /// @param waiting those that stay, because their subjects are being visited anew
    /// @param left how many more are meant: call again
    record Closed(List<DeadLetter> closed, List<DeadLetter> waiting, long left) {

        public Closed {
            closed = List.copyOf(closed);
            waiting = List.copyOf(waiting);
        }
    }

    /// The newest first, at most `limit` from the `offset`-th on, each with the first 2,000 characters of its body.
    List<DeadLetter> list(Filter filter, int limit, long offset);

    /// The same of all letters.
    default List<DeadLetter> list(int limit, long offset) {
        return list(Filter.ALL, limit, offset);
    }

    /// At most `limit` whose ids begin with this text, each with the first 2,000 characters of its body.
    List<DeadLetter> beginningWith(String start, int limit);

    /// The letter with its whole body.
    ///
    /// **errors** [LiveRefused] when there is none.
    DeadLetter find(UUID id);

    /// How many are meant.
    long count(Filter filter);

    /// How many there are.
    default long count() {
        return count(Filter.ALL);
    }

    /// Takes the letters that are meant up again, each in a transaction of its own, at most [#MOST_CLOSED].
    Closed replay(Filter filter);

    /// Gives the letters that are meant up, each in a transaction of its own, at most [#MOST_CLOSED].
    Closed drop(Filter filter);

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
