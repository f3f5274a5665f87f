package dev.upswell.server.wording;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What came of a question to a language model. Words in it are ours: nothing that a provider wrote, and no key.
public sealed interface Reply {

    /// What it cost in tokens; both 0 when it told nothing.
    record Usage(long in, long out) {

        /// Nothing was told.
        public static final Usage NONE = new Usage(0, 0);
    }

    /// It answered to the end.
    record Said(String json, Usage usage) implements Reply {
    }

    /// The answer was cut at the most tokens.
    record Cut(Usage usage) implements Reply {
    }

    /// It would not answer.
    record Refused(Usage usage) implements Reply {
    }

    /// The answer cannot be read.
    record Broken(String why, Usage usage) implements Reply {
    }

    /// It has no room now.
    ///
    /// @param after when to ask again, as it said; null when it did not
    /// @param lasting whether another try soon is of no use
    record Busy(String why, @Nullable Duration after, boolean lasting) implements Reply {
    }

    /// It did not answer.
    ///
    /// @param again whether another try may help
    record Failed(String why, boolean again) implements Reply {
    }
}
