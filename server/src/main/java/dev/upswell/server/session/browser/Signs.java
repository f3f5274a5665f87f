package dev.upswell.server.session.browser;

import dev.upswell.server.session.Ending;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells from what a browser shows whether the site wants something else than to show its page.
///
/// It errs toward calling a person: a page that speaks of a captcha is a challenge, whatever else it shows.
final class Signs {

    /// Elements that challenges are made of, as a selector.
    static final String ELEMENTS = "#captcha-verify-container, .captcha_verify_container, [id*='captcha' i], [class*='captcha' i],"
            + " iframe[src*='captcha' i], iframe[src*='challenge' i], iframe[title*='challenge' i], #challenge-form,"
            + " [data-testid*='captcha' i]";

    private static final List<String> CHALLENGE_HEADERS = List.of("bdturing-verify", "x-vc-bdturing-parameters",
            "cf-mitigated");
    private static final Pattern CHALLENGE_PATH = Pattern
            .compile("(?i)(^|/)(captcha|challenge|verify|checkpoint)(/|$|[._-])");
    private static final Pattern SIGN_IN_PATH = Pattern
            .compile("(?i)(^|/)(login|signin|sign-in|passport|accounts?/login)(/|$)");
    private static final Pattern CHALLENGE_TITLE = Pattern
            .compile(
                    "(?i)verify (that )?(you are|you're|to continue)|are you (a )?human|just a moment|captcha|security check");
    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final int LEGAL = 451;

    private Signs() {
    }

    /// What a page shows.
    ///
    /// @param title empty where it has none
    /// @param challenged whether an element of a challenge is visible
    record Seen(String address, String title, boolean challenged) {
    }

    /// What a page that is shown asks for; empty when it is just shown.
    static Optional<Ending> of(Seen seen) {
        String path = path(seen.address());
        if (seen.challenged()) {
            return Optional.of(new Ending.Challenge("a challenge is shown at " + path));
        }
        if (CHALLENGE_PATH.matcher(path).find()) {
            return Optional.of(new Ending.Challenge("the browser was led to " + path));
        }
        if (CHALLENGE_TITLE.matcher(seen.title()).find()) {
            return Optional.of(new Ending.Challenge("the page at " + path + " asks to verify who visits"));
        }
        return SIGN_IN_PATH.matcher(path).find()
                ? Optional.of(new Ending.SignIn("the browser was led to " + path))
                : Optional.empty();
    }

    /// What an answer of the site asks for; empty when it is an answer.
    ///
    /// @param headers by lower-case names
    static Optional<Ending> of(int status, String address, Map<String, String> headers) {
        String path = path(address);
        if (CHALLENGE_HEADERS.stream().anyMatch(headers::containsKey)) {
            return Optional.of(new Ending.Challenge("the site asked for a challenge at " + path));
        }
        return switch (status) {
            case UNAUTHORIZED -> Optional.of(new Ending.SignIn("HTTP 401 at " + path));
            case FORBIDDEN, LEGAL -> Optional.of(new Ending.NotLetIn("HTTP " + status + " at " + path));
            case TOO_MANY, UNAVAILABLE -> Optional.of(new Ending.Busy(after(headers.get("retry-after")),
                    "HTTP " + status + " at " + path));
            default -> Optional.empty();
        };
    }

    private static @Nullable Duration after(@Nullable String seconds) {
        return seconds != null && seconds.strip().matches("\\d{1,6}")
                ? Duration.ofSeconds(Long.parseLong(seconds.strip()))
                : null;
    }

    /// The path alone: what stands behind `?` may hold a token.
    static String path(String address) {
        try {
            String path = URI.create(address).getPath();
            return path == null || path.isEmpty() ? "/" : path.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException unreadable) {
            return "an unreadable address";
        }
    }
}
