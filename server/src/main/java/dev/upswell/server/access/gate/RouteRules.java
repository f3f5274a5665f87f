package dev.upswell.server.access.gate;

import dev.upswell.server.access.Caller.Right;
import dev.upswell.server.access.Role;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which route asks for what: the lines of the files `access/routes*.txt`, each with method, pattern, need and a group of roles.
///
/// A line without a group lets owners in alone; a route without a line lets nobody in; a test keeps the lines equal to the routes that there are.
final class RouteRules {

    /// One for everything, and one for each slice that has many routes of its own.
    private static final List<String> FILES = List.of("/access/routes.txt", "/access/routes-text.txt",
            "/access/routes-ask.txt", "/access/routes-taste.txt", "/access/routes-wording.txt",
            "/access/routes-theme.txt", "/access/routes-recommend.txt", "/access/routes-contest.txt",
            "/access/routes-narrative.txt", "/access/routes-weakness.txt", "/access/routes-refine.txt",
            "/access/routes-access.txt", "/access/routes-tenants.txt", "/access/routes-act.txt",
            "/access/routes-alert.txt",
            "/access/routes-overview.txt", "/access/routes-privacy.txt", "/access/routes-plan.txt",
            "/access/routes-company.txt", "/access/routes-guide.txt");

    private static final String GROUP = "group";

    private final Map<String, Map<String, Rule>> rules;

    private RouteRules(Map<String, Map<String, Rule>> rules) {
        this.rules = rules;
    }

    /// What one route asks for.
    ///
    /// @param roles which people may beside owners; empty where the route asks for nothing, and where the line names nobody
    record Rule(Need need, Set<Role> roles) {

        /// What it takes; empty where nothing is asked for.
        Optional<Right> right() {
            return need.scope().map(scope -> new Right(scope, roles));
        }
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

    /// The rules of these lines; empty ones and those that begin with `#` say nothing. Groups of roles stand before the rules that name them.
    static RouteRules of(List<String> lines) {
        Map<String, Set<Role>> groups = new HashMap<>();
        Arrays.stream(Role.values()).forEach(role -> groups.put(role.label(), Set.of(role)));
        Map<String, Map<String, Rule>> rules = new HashMap<>();
        for (String line : lines) {
            if (line.startsWith(GROUP + " ")) {
                List<String> words = List.of(line.split(" ", -1));
                groups.put(words.get(1), words.stream().skip(2).map(Role::of).collect(Collectors.toUnmodifiableSet()));
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] parts = line.split(" ", -1);
                if (parts.length < 3 || parts.length > 4 || rules.computeIfAbsent(parts[0], method -> new HashMap<>())
                        .put(parts[1], rule(parts, groups, line)) != null) {
                    throw unreadable(line, "Maybe it stands there twice.");
                }
            }
        }
        return new RouteRules(rules);
    }

    private static Rule rule(String[] parts, Map<String, Set<Role>> groups, String line) {
        Need need = Need.valueOf(parts[2].toUpperCase(Locale.ROOT));
        Set<Role> roles = parts.length == 3 ? Set.of() : groups.get(parts[3]);
        if (roles == null || parts.length == 4 && need.scope().isEmpty()) {
            throw unreadable(line, "Maybe the group \"" + parts[3] + "\" stands nowhere, or the need asks for nobody.");
        }
        return new Rule(need, roles);
    }

    private static IllegalArgumentException unreadable(String line, String maybe) {
        return new IllegalArgumentException("rule (" + line
                + ") must be a method, a pattern, a need and a group of roles, once each\n" + maybe);
    }

    /// What a route asks for; empty when there is no rule. HEAD asks for what GET does.
    Optional<Rule> rule(String method, String pattern) {
        return Optional.ofNullable(
                rules.getOrDefault(method.equals("HEAD") ? "GET" : method, Map.of()).get(pattern));
    }

    /// The routes that there are rules for, as method and pattern.
    Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        rules.forEach((method, patterns) -> patterns.keySet().forEach(pattern -> routes.add(method + " " + pattern)));
        return routes;
    }
}
