package dev.upswell.server.access.gate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Which route asks for what: the lines of the files `access/routes*.txt`, each with method, pattern and need.
///
/// A route without a line lets nobody in; a test keeps the lines equal to the routes that there are.
final class RouteRules {

    /// One for everything, and one for each slice that has many routes of its own.
    private static final List<String> FILES = List.of("/access/routes.txt", "/access/routes-text.txt",
            "/access/routes-ask.txt", "/access/routes-taste.txt", "/access/routes-wording.txt",
            "/access/routes-theme.txt", "/access/routes-recommend.txt", "/access/routes-contest.txt",
            "/access/routes-narrative.txt", "/access/routes-weakness.txt", "/access/routes-refine.txt",
            "/access/routes-tenants.txt");

    private final Map<String, Map<String, Need>> needs;

    private RouteRules(Map<String, Map<String, Need>> needs) {
        this.needs = needs;
    }

    /// The rules of this program.
    static RouteRules read() {
        return of(FILES.stream().flatMap(file -> lines(file).stream()).toList());
    }

    private static List<String> lines(String file) {
        try (InputStream in = Objects.requireNonNull(RouteRules.class.getResourceAsStream(file), file);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The rules of these lines; empty ones and those that begin with `#` say nothing.
    static RouteRules of(List<String> lines) {
        Map<String, Map<String, Need>> needs = new HashMap<>();
        for (String line : lines) {
            if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ", -1);
                if (parts.length != 3 || needs.computeIfAbsent(parts[0], method -> new HashMap<>()).put(parts[1],
                        Need.valueOf(parts[2].toUpperCase(Locale.ROOT))) != null) {
                    throw new IllegalArgumentException("rule (" + line
                            + ") must be a method, a pattern and a need, once each\nMaybe it stands there twice.");
                }
            }
        }
        return new RouteRules(needs);
    }

    /// What a route asks for; empty when there is no rule. HEAD asks for what GET does.
    Optional<Need> need(String method, String pattern) {
        return Optional.ofNullable(
                needs.getOrDefault(method.equals("HEAD") ? "GET" : method, Map.of()).get(pattern));
    }

    /// The routes that there are rules for, as method and pattern.
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        needs.forEach((method, patterns) -> patterns.keySet().forEach(pattern -> routes.add(method + " " + pattern)));
        return routes;
    }
}
