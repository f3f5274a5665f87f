package dev.upswell.server.session.keep;

import dev.upswell.server.session.Cookie;
import dev.upswell.server.session.SessionRefused;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Cookies as browsers' export tools write them: Netscape's seven columns, or JSON as extensions and drivers have it.
///
/// **errors** [SessionRefused] that names the line and never a value.
final class CookieText {

    /// The longest file that is read, in characters.
    static final int LONGEST = 1 << 20;

    private static final int MOST = 500;
    private static final int COLUMNS = 7;
    private static final String HTTP_ONLY = "#HttpOnly_";
    private static final long LAST_SECOND = Instant.parse("9999-01-01T00:00:00Z").getEpochSecond();

    private CookieText() {
    }

    /// The cookies of this text that a page of this host is sent.
    static List<Cookie> of(String text, String host) {
        if (text.length() > LONGEST) {
            throw SessionRefused.unusable("the cookie file is longer than " + LONGEST + " characters",
                    "Export the cookies of the one site alone.");
        }
        String trimmed = text.strip();
        List<Cookie> all = trimmed.startsWith("[") || trimmed.startsWith("{") ? json(trimmed) : netscape(trimmed);
        List<Cookie> own = all.stream().filter(cookie -> isFor(cookie, host)).limit(MOST).toList();
        if (own.isEmpty()) {
            throw SessionRefused.unusable("the cookie file holds no cookie for " + host,
                    all.isEmpty()
                            ? "Export them in Netscape's format (cookies.txt) or as JSON while you are signed in."
                            : "Export them while you are signed in there; those of other sites are not kept.");
        }
        return own;
    }

    /// Whether a page of this host is sent the cookie.
    static boolean isFor(Cookie cookie, String host) {
        String domain = cookie.domain().toLowerCase(Locale.ROOT).replaceFirst("^\\.", "");
        String page = host.toLowerCase(Locale.ROOT);
        return page.equals(domain) || domain.contains(".") && page.endsWith("." + domain);
    }

    private static List<Cookie> netscape(String text) {
        List<Cookie> cookies = new ArrayList<>();
        int number = 0;
        for (String written : text.split("\n", -1)) {
            number++;
            boolean httpOnly = written.startsWith(HTTP_ONLY);
            String line = httpOnly ? written.substring(HTTP_ONLY.length()) : written;
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.stripTrailing().split("\t", -1);
            if (columns.length != COLUMNS && columns.length != COLUMNS - 1) {
                throw SessionRefused.unusable("line " + number + " of the cookie file has " + columns.length
                        + " columns instead of " + COLUMNS,
                        "Export it in Netscape's format, with tabs between the columns, or as JSON.");
            }
            cookies.add(new Cookie(columns[5], columns.length == COLUMNS ? columns[6] : "", columns[0], columns[2],
                    second(columns[4], number), columns[3].equalsIgnoreCase("TRUE"), httpOnly, null));
        }
        return cookies;
    }

    private static @Nullable Instant second(String text, int line) {
        try {
            return instant(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            throw SessionRefused.unusable("line " + line + " of the cookie file has no time in its fifth column",
                    "Export it in Netscape's format, or as JSON.");
        }
    }

    private static @Nullable Instant instant(double seconds) {
        // 0 and -1 stand for a cookie that ends with the browser.
        return seconds > 0 ? Instant.ofEpochSecond(Math.min((long) seconds, LAST_SECOND)) : null;
    }

    private static List<Cookie> json(String text) {
        JsonNode tree;
        try {
            tree = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw SessionRefused.unusable("the cookie file is no whole JSON", "Export it again.");
        }
        List<Cookie> cookies = new ArrayList<>();
        JsonNode list = tree.isArray() ? tree : tree.path("cookies");
        for (JsonNode one : list) {
            String name = one.path("name").asString("");
            String domain = one.path("domain").asString("");
            if (!name.isEmpty() && !domain.isEmpty()) {
                cookies.add(new Cookie(name, one.path("value").asString(""), domain, one.path("path").asString("/"),
                        expires(one), one.path("secure").asBoolean(false), one.path("httpOnly").asBoolean(false),
                        sameSite(one.path("sameSite").asString(""))));
            }
        }
        return cookies;
    }

    private static @Nullable Instant expires(JsonNode cookie) {
        for (String field : List.of("expirationDate", "expires", "expiry")) {
            if (cookie.path(field).isNumber()) {
                return instant(cookie.path(field).asDouble());
            }
        }
        return null;
    }

    private static @Nullable String sameSite(String written) {
        return switch (written.toLowerCase(Locale.ROOT)) {
            case "strict" -> "Strict";
            case "lax" -> "Lax";
            case "none", "no_restriction" -> "None";
            default -> null;
        };
    }

    /// The JSON that [#of] reads back, for the vault.
    static String written(List<Cookie> cookies) {
        return JsonMapper.shared().writeValueAsString(cookies.stream().map(CookieText::fields).toList());
    }

    private static Map<String, Object> fields(Cookie cookie) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", cookie.name());
        fields.put("value", cookie.value());
        fields.put("domain", cookie.domain());
        fields.put("path", cookie.path());
        Instant expires = cookie.expires();
        fields.put("expires", expires == null ? -1 : expires.getEpochSecond());
        fields.put("secure", cookie.secure());
        fields.put("httpOnly", cookie.httpOnly());
        String sameSite = cookie.sameSite();
        fields.put("sameSite", sameSite == null ? "" : sameSite);
        return fields;
    }

    /// What [#written] wrote.
    static List<Cookie> read(String written) {
        return json(written);
    }
}
