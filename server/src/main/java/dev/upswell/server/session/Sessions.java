package dev.upswell.server.session;

import dev.upswell.server.live.RoundReport.Taken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The sessions of a tenant, and what can be done with them.
public interface Sessions {

    /// All, by name.
    List<Session> list();

    /// Adds one that has no cookies yet.
    ///
    /// @param proxy null for none
    ///
    /// **errors** [SessionRefused] when there is one of this name.
    Session add(Identity identity, @Nullable Proxy proxy);

    /// Gives a session these cookies, in place of its own: an expired or refused one may be used again.
    ///
    /// @param text a cookie file, in Netscape's format or JSON
    ///
    /// **errors** [SessionRefused] when there is no such session, or the text holds no cookie for its site.
    Session importCookies(String name, String text);

    /// Lets a session rest until a person resumes it.
    ///
    /// **errors** [SessionRefused] when there is none, or it rests already.
    Session pause(String name);

    /// Lets a paused session go on.
    ///
    /// **errors** [SessionRefused] when there is none, or it is not paused.
    Session resume(String name);

    /// Forgets a session with its cookies.
    ///
    /// **errors** [SessionRefused] when there is none.
    Session remove(String name);

    /// What a visit came to.
    ///
    /// @param answers that were taken
    /// @param left answers that were left out
    /// @param said what the site asked for instead; null when the page was shown
    /// @param taken what became of the answers' items
    record Capture(Session session, int answers, int left, @Nullable String said, Taken taken) {
    }

    /// Opens the session's page in a browser that nobody sees, takes what the page is answered, and stores it.
    ///
    /// **errors** [SessionRefused] when there is no such session, it cannot be used now, terms or robots rules do not allow the visit, or no
    /// browser can be started · **cost** seconds to a minute.
    Capture capture(String name);

    /// Opens a window with the session for a person, and waits until it is closed; then the session is healthy again, unless the
    /// site still asks for something.
    ///
    /// **errors** [SessionRefused] when there is no such session, or no window can be opened here.
    Session open(String name);
}
