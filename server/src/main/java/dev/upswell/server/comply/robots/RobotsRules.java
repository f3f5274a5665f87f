package dev.upswell.server.comply.robots;

import dev.upswell.server.comply.Robots;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a file `robots.txt` says to one crawler.
///
/// Groups that name the crawler's product token are taken together; where none does, those for `*`. Of the rules that match a
/// path the longest decides, and of two equally long ones the allowing. `*` stands for any characters and `$` for the end.
/// `/robots.txt` itself may always be read.
///
/// **source** RFC 9309; Crawl-delay is no part of it and is only told
final class RobotsRules {

    private static final String EVERYBODY = "*";
    private static final int MOST_RULES = 10_000;

    private final List<Rule> rules;
    private final @Nullable Duration crawlDelay;

    private RobotsRules(List<Rule> rules, @Nullable Duration crawlDelay) {
        this.rules = List.copyOf(rules);
        this.crawlDelay = crawlDelay;
    }

    /// A line of a group.
    ///
    /// @param pattern normalised like paths
    private record Rule(boolean allows, String pattern, String written) {

        String line() {
            return (allows ? "Allow: " : "Disallow: ") + written;
        }
    }

    /// A group in the making.
    private static final class Group {
        private final List<String> agents = new ArrayList<>();
        private final List<Rule> rules = new ArrayList<>();
        private @Nullable Duration delay;

        boolean isFor(String agent) {
            return agents.contains(agent);
        }
    }

    /// Reads a file for this product token; lines that are none of the format are passed over.
    static RobotsRules parse(String text, String product) {
        List<Group> groups = groups(text);
        String token = product.toLowerCase(Locale.ROOT);
        List<Group> own = groups.stream().filter(group -> group.isFor(token)).toList();
        List<Group> taken = own.isEmpty() ? groups.stream().filter(group -> group.isFor(EVERYBODY)).toList() : own;
        Duration delay = taken.stream().map(group -> Optional.ofNullable(group.delay)).flatMap(Optional::stream)
                .max(Comparator.naturalOrder()).orElse(null);
        return new RobotsRules(taken.stream().flatMap(group -> group.rules.stream()).limit(MOST_RULES).toList(), delay);
    }

    private static List<Group> groups(String text) {
        List<Group> groups = new ArrayList<>();
        boolean named = false;
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        for (String raw : bare.split("\\R|\r", -1)) {
            int comment = raw.indexOf('#');
            String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
            int colon = line.indexOf(':');
            if (colon < 0) {
                continue;
            }
            String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            if (key.equals("user-agent")) {
                if (!named) {
                    groups.add(new Group());
                }
                groups.getLast().agents.add(token(value));
                named = true;
            } else if (!groups.isEmpty()) {
                named &= !read(groups.getLast(), key, value);
            }
        }
        return groups;
    }

    /// The product token of a line, without version and remarks.
    private static String token(String value) {
        if (value.startsWith(EVERYBODY)) {
            return EVERYBODY;
        }
        int end = 0;
        while (end < value.length()
                && (Character.isLetter(value.charAt(end)) || "_-".indexOf(value.charAt(end)) >= 0)) {
            end++;
        }
        return value.substring(0, end).toLowerCase(Locale.ROOT);
    }

    /// Reads a line into the group; whether it was one of a group, behind which another group may begin.
    private static boolean read(Group group, String key, String value) {
        switch (key) {
            case "allow", "disallow" -> {
                // A rule without a path says nothing.
                if (!value.isEmpty()) {
                    group.rules.add(new Rule(key.equals("allow"), normalised(value), value));
                }
                return true;
            }
            case "crawl-delay" -> {
                if (value.matches("\\d{1,6}(\\.\\d{1,3})?")) {
                    group.delay = Duration.ofMillis(Math.round(Double.parseDouble(value) * 1_000));
                }
                return true;
            }
            default -> {
                return false;
            }
        }
    }

    /// The pause that the site wishes for; null when it says none.
    @Nullable
    Duration crawlDelay() {
        return crawlDelay;
    }

    /// What the rules say to this page.
    Robots.Answer ask(URI page) {
        String path = path(page);
        if (path.equals("/robots.txt")) {
            return new Robots.Answer(true, "robots.txt may always be read", crawlDelay);
        }
        return rules.stream().filter(rule -> matches(rule.pattern(), path))
                .max(Comparator.comparingInt((Rule rule) -> rule.pattern().length()).thenComparing(Rule::allows))
                .map(rule -> new Robots.Answer(rule.allows(), rule.line(), crawlDelay))
                .orElseGet(() -> new Robots.Answer(true, "no rule of robots.txt is about it", crawlDelay));
    }

    private static String path(URI page) {
        String path = page.getRawPath();
        String query = page.getRawQuery();
        return normalised((path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query));
    }

    /// With all that needs no escape unescaped and all else escaped in one way, so that rules and paths compare by octets.
    private static String normalised(String path) {
        StringBuilder normal = new StringBuilder(path.length());
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c == '%' && i + 2 < path.length() && path.substring(i + 1, i + 3).matches("[0-9A-Fa-f]{2}")) {
                String escape = path.substring(i, i + 3);
                int octet = Integer.parseInt(escape.substring(1), 16);
                normal.append(octet < 0x80 && isUnreserved((char) octet)
                        ? URLDecoder.decode(escape, StandardCharsets.US_ASCII)
                        : escape.toUpperCase(Locale.ROOT));
                i += 2;
            } else if (c < 0x80) {
                normal.append(c);
            } else {
                int end = Character.isHighSurrogate(c) && i + 1 < path.length() ? i + 2 : i + 1;
                for (byte octet : path.substring(i, end).getBytes(StandardCharsets.UTF_8)) {
                    normal.append(String.format(Locale.ROOT, "%%%02X", octet & 0xFF));
                }
                i = end - 1;
            }
        }
        return normal.toString();
    }

    private static boolean isUnreserved(char c) {
        return Character.isLetterOrDigit(c) || "-._~".indexOf(c) >= 0;
    }

    /// Whether the path begins as the pattern says. **cost** the product of their lengths at most.
    private static boolean matches(String pattern, String path) {
        boolean toEnd = pattern.endsWith("$");
        String rule = toEnd ? pattern.substring(0, pattern.length() - 1) : pattern;
        int at = 0;
        int in = 0;
        int star = -1;
        int mark = 0;
        while (in < path.length()) {
            if (at == rule.length() && !toEnd) {
                return true;
            }
            if (at < rule.length() && rule.charAt(at) == '*') {
                star = at++;
                mark = in;
            } else if (at < rule.length() && rule.charAt(at) == path.charAt(in)) {
                at++;
                in++;
            } else if (star >= 0) {
                at = star + 1;
                in = ++mark;
            } else {
                return false;
            }
        }
        while (at < rule.length() && rule.charAt(at) == '*') {
            at++;
        }
        return at == rule.length();
    }
}
