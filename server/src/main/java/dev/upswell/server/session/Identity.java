package dev.upswell.server.session;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// As whom a session visits: set when it is added, and never changed, so that no site meets one account under several faces.
///
/// @param name by which people call it: lower-case letters, digits, `.`, `_` and `-`
/// @param page of the Creator Center that is opened
/// @param userAgent that the browser sends; null for its own
/// @param proxy server of the proxy, without its password; null for none
public record Identity(String name, URI page, @Nullable String userAgent, @Nullable String proxy) {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final Pattern PAGE = Pattern.compile(
            "(https://[^/@?#\\s]+|http://(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:\\d{1,5})?)(/[^@?#\\s]*)?");
    private static final int LONGEST_AGENT = 500;

    public Identity {
        if (!NAME.matcher(name).matches()) {
            throw SessionRefused.unusable("\"" + name + "\" cannot be the name of a session",
                    "Use 1 to 63 lower-case letters, digits, dots, hyphens and underscores.");
        }
        if (!PAGE.matcher(page.toString()).matches()) {
            throw SessionRefused.unusable("what was given cannot be the page of a session",
                    "Write an https address without user, ? or #; http only on this machine.");
        }
        if (userAgent != null && (userAgent.isBlank() || userAgent.length() > LONGEST_AGENT
                || userAgent.chars().anyMatch(letter -> letter < ' ' || letter > '~'))) {
            throw SessionRefused.unusable("what was given cannot be a user agent",
                    "Give that of your own browser, as it says of itself, or leave it out.");
        }
    }

    /// Scheme, host and port of its page.
    public String origin() {
        return page.getScheme() + "://" + page.getRawAuthority();
    }
}
