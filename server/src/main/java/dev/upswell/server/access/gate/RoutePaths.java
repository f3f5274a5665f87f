package dev.upswell.server.access.gate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// Finds the rule of the route to which a path leads, before anybody goes there: what pages show goes by it. Whether somebody is let in does
/// not; that is asked once the route is chosen.
///
/// **cost** of a path, a match against each pattern that begins with the same word
final class RoutePaths {

    /// What answers where no route does.
    private static final String ANY_FILE = "/**";

    private final RouteRules rules;
    private final Map<String, List<PathPattern>> patterns = new HashMap<>();

    RoutePaths(RouteRules rules) {
        this.rules = rules;
        for (String route : rules.routes()) {
            String[] parts = route.split(" ", 2);
            if (!parts[1].equals(ANY_FILE)) {
                patterns.computeIfAbsent(beginning(parts[0], parts[1]), begun -> new ArrayList<>())
                        .add(PathPatternParser.defaultInstance.parse(parts[1]));
            }
        }
        patterns.values().forEach(Collections::sort);
    }

    /// Method and first word of the path, by which patterns are kept.
    private static String beginning(String method, String path) {
        int end = path.indexOf('/', 1);
        return method + (end < 0 ? path : path.substring(0, end));
    }

    /// The rule of the route that a path leads to, without what stands behind it; empty where it leads to none.
    Optional<RouteRules.Rule> rule(String method, String path) {
        PathContainer container = PathContainer.parsePath(path);
        return patterns.getOrDefault(beginning(method, path), List.of()).stream()
                .filter(pattern -> pattern.matches(container)).findFirst()
                .flatMap(pattern -> rules.rule(method, pattern.getPatternString()));
    }
}
