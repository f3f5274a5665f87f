package dev.upswell.server.session.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.WaitUntilState;
import dev.upswell.server.session.CaptureBrowser.Bounds;
import dev.upswell.server.session.Ending;
import dev.upswell.server.session.Identity;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One look at a page: it is opened, listened to, scrolled down as a reader would while it has more, and left.
///
/// Taken are JSON answers to requests that the page's own scripts make of its own origin below one path; nothing is typed, clicked
/// or asked for besides.
final class Capturing {

    private static final Set<String> BY_SCRIPTS = Set.of("xhr", "fetch");
    private static final int TICK_MILLIS = 200;
    /// Ticks without an answer after which the page is scrolled, or left.
    private static final int QUIET_TICKS = 15;
    /// How TikTok's own answers say that nobody is signed in.
    private static final int SIGNED_OUT = 8;
    private static final int SCROLL = 20_000;

    private final Page page;
    private final Identity identity;
    private final Bounds bounds;
    private final Deque<Request> finished = new ArrayDeque<>();
    private final List<String> bodies = new ArrayList<>();
    private int left;
    private boolean more;
    private @Nullable Ending asked;

    Capturing(Page page, Identity identity, Bounds bounds) {
        this.page = page;
        this.identity = identity;
        this.bounds = bounds;
    }

    List<String> bodies() {
        return bodies;
    }

    int left() {
        return left;
    }

    Ending run() {
        page.onRequestFinished(finished::add);
        page.setDefaultTimeout(bounds.time().toMillis());
        try {
            Response first = page.navigate(identity.page().toString(),
                    new Page.NavigateOptions().setWaitUntil(WaitUntilState.DOMCONTENTLOADED));
            if (first != null) {
                asked = Signs.of(first.status(), first.url(), first.headers()).orElse(null);
            }
            return listen();
        } catch (TimeoutError e) {
            return new Ending.Failed("the page was not shown within " + bounds.time().toSeconds() + " s");
        } catch (PlaywrightException e) {
            return asked != null ? asked : new Ending.Failed(PlaywrightBrowser.firstLine(e));
        }
    }

    private Ending listen() {
        int quiet = 0;
        long ticks = bounds.time().toMillis() / TICK_MILLIS;
        for (long tick = 0; tick < ticks && quiet < QUIET_TICKS && bodies.size() + left < bounds.answers(); tick++) {
            int before = bodies.size();
            takeFinished();
            Optional<Ending> shown = asked == null ? PlaywrightBrowser.seen(page) : Optional.of(asked);
            if (shown.isPresent()) {
                return shown.get();
            }
            quiet = bodies.size() > before ? 0 : quiet + 1;
            if (bodies.size() > before && more) {
                page.mouse().wheel(0, SCROLL);
            } else if (bodies.size() > before) {
                // The list is whole: a last look for what its scripts may yet ask for.
                quiet = QUIET_TICKS - 2;
            }
            page.waitForTimeout(TICK_MILLIS);
        }
        takeFinished();
        if (asked != null) {
            return asked;
        }
        return bodies.isEmpty()
                ? new Ending.Failed("the page asked for nothing below " + bounds.path())
                : new Ending.Shown();
    }

    private void takeFinished() {
        while (!finished.isEmpty() && asked == null && bodies.size() + left < bounds.answers()) {
            Request request = finished.removeFirst();
            if (isWanted(request)) {
                take(request);
            }
        }
    }

    private boolean isWanted(Request request) {
        URI address;
        try {
            address = URI.create(request.url());
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
        String origin = address.getScheme() + "://" + address.getRawAuthority();
        return BY_SCRIPTS.contains(request.resourceType()) && origin.equals(identity.origin())
                && address.getRawPath() != null && address.getRawPath().startsWith(bounds.path());
    }

    private void take(Request request) {
        Response response = request.response();
        if (response == null) {
            return;
        }
        asked = Signs.of(response.status(), response.url(), response.headers()).orElse(null);
        if (asked != null) {
            return;
        }
        // Asked before the body is, which is then never in this memory.
        if (request.sizes().responseBodySize > bounds.bytes()) {
            left++;
            return;
        }
        String text = response.text();
        JsonNode tree = object(text);
        if (tree == null || text.length() > bounds.bytes()) {
            left++;
        } else if (tree.path("status_code").asInt(0) == SIGNED_OUT) {
            asked = new Ending.SignIn("the site said that nobody is signed in");
        } else {
            bodies.add(text);
            more = tree.path("has_more").asBoolean(false);
        }
    }

    /// The object that the text is; null when it is none.
    private static @Nullable JsonNode object(String text) {
        try {
            JsonNode tree = JsonMapper.shared().readTree(text);
            return tree.isObject() ? tree : null;
        } catch (JacksonException damaged) {
            return null;
        }
    }
}
