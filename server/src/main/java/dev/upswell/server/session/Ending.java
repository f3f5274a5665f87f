package dev.upswell.server.session;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// How a visit to a page ended.
public sealed interface Ending {

    /// The page was shown; what it asked for was seen.
    record Shown() implements Ending {
    }

    /// The site asks for something that only a person can give.
    ///
    /// @param sign what was seen, in words for people
    record Challenge(String sign) implements Ending {
    }

    /// The site asks to sign in.
    record SignIn(String sign) implements Ending {
    }

    /// The site does not let the session in.
    record NotLetIn(String sign) implements Ending {
    }

    /// The site asks for time.
    ///
    /// @param after how long; null when it does not say
    record Busy(@Nullable Duration after, String sign) implements Ending {
    }

    /// Nothing can be said of the session: the page could not be reached, or the browser failed.
    record Failed(String why) implements Ending {
    }
}
