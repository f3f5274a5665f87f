package dev.upswell.server.comply;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Whether the robots rules of a site let Upswell open a page.
///
/// Browser capture asks before it opens an address; a denial is in the audit trail when it is returned.
public interface Robots {

    /// The name by which robots rules know Upswell, and the product token of what it sends as user agent.
    String PRODUCT = "Upswell";

    /// What the site's rules say.
    ///
    /// @param rule the line that decided, such as `Disallow: /private`, or why there is none
    /// @param crawlDelay the pause between two pages that the site wishes for; null when it says none
    record Answer(boolean allowed, String rule, @Nullable Duration crawlDelay) {
    }

    /// Whether this page may be opened. A site that cannot be reached, or fails, allows nothing.
    ///
    /// **cost** one request to the site a day at most, 10 s at the longest.
    Answer ask(URI page);
}
