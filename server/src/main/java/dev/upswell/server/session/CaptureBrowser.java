package dev.upswell.server.session;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A browser that opens a page as a session and listens to what the page asks its own site for.
///
/// Cookies live in its memory while it is open, and come back when it closes. One thread at a time.
public interface CaptureBrowser {

    /// As whom it goes, and where.
    ///
    /// @param proxy with its password; null for none
    record Errand(Identity identity, @Nullable Proxy proxy, List<Cookie> cookies) {

        public Errand {
            cookies = List.copyOf(cookies);
        }
    }

    /// What may be taken.
    ///
    /// @param path with which the path of an answer must begin; only answers of the page's own origin are taken
    /// @param answers at most, from 1
    /// @param bytes of an answer at most; longer ones are left out
    /// @param time after which the visit ends
    record Bounds(String path, int answers, long bytes, Duration time) {
    }

    /// What a visit brought.
    ///
    /// @param bodies JSON texts, in the order of their coming
    /// @param left answers that were left out because they were too long or no JSON
    /// @param cookies as they are now: sites renew them
    /// @param refused addresses inside a private network that the page led to, one sentence each; nothing was sent there
    record Visited(List<String> bodies, int left, Ending ending, List<Cookie> cookies, List<String> refused) {

        public Visited {
            bodies = List.copyOf(bodies);
            cookies = List.copyOf(cookies);
            refused = List.copyOf(refused);
        }

        /// What a visit brought that led nowhere private.
        public Visited(List<String> bodies, int left, Ending ending, List<Cookie> cookies) {
            this(bodies, left, ending, cookies, List.of());
        }

        /// The same with what was refused, which a failure is told with.
        public Visited refusing(List<String> sentences) {
            Ending told = ending instanceof Ending.Failed(String why) && !sentences.isEmpty()
                    ? new Ending.Failed(why + "; " + sentences.getFirst())
                    : ending;
            return new Visited(bodies, left, told, cookies, sentences);
        }
    }

    /// Opens the page unseen, and takes what it is answered.
    ///
    /// **errors** [SessionRefused] when no browser can be started; all else is an ending.
    Visited visit(Errand errand, Bounds bounds);

    /// Opens a window at this address for a person, and waits until they close it.
    ///
    /// **errors** [SessionRefused] when no window can be opened here.
    Visited handOver(Errand errand, URI at, Duration longest);
}
