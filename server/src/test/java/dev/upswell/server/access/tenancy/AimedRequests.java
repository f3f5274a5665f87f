package dev.upswell.server.access.tenancy;

import dev.upswell.server.access.tenancy.Town.Guest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Requests at every route of the published table, which `PermissionMatrixTest` holds to the routes of the running server, with values
/// of somebody else in paths, parameters, bodies and names of files.
///
/// Which parameters a route reads the server says itself, where it refuses one that it does not know.
final class AimedRequests {

    private static final Path PAGE = Path.of("..", "docs", "permissions.md");
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)[^{}]*}");
    private static final Pattern KNOWN = Pattern.compile("known are ([\\w, -]+)\\.");
    private static final Pattern UPLOAD = Pattern.compile(".*/(import|preview|logo|analyses|mapping)");
    /// What people and programs sign in and out by has tests of its own, for it is counted; the sample takes a minute.
    private static final Set<String> ELSEWHERE = Set.of("POST /sign-in", "POST /sign-out", "POST /account/password",
            "POST /data/sample",
            "GET /**");
    private static final Map<String, List<String>> WORDS = Map.of("kind", List.of("hashtag", "video", "creator"),
            "format", List.of("csv", "json", "pdf"), "horizon", List.of("24"), "language", List.of("en"), "limit",
            List.of("1", "50"), "offset", List.of("0", "1", "7"), "of", List.of("audience"), "role", List.of("client"));

    private final List<Route> routes;
    private final NeighboursValues values;
    private final Random random;

    AimedRequests(NeighboursValues values, Guest asking, long seed) {
        this.values = values;
        this.random = new Random(seed);
        JsonNode described = JsonMapper.shared().readTree(asking.get("/v3/api-docs").body());
        this.routes = published().stream().map(route -> route.described(described, asking)).toList();
    }

    /// A route with what it reads.
    ///
    /// @param type of its body; empty for none
    /// @param fields of its body with their types
    private record Route(String method, String pattern, List<String> parameters, String type,
            Map<String, String> fields) {

        String name() {
            return method + " " + pattern;
        }

        Route described(JsonNode api, Guest asking) {
            JsonNode body = api.path("paths").path(pattern).path(method.toLowerCase(java.util.Locale.ROOT))
                    .path("requestBody").path("content");
            String type = body.isEmpty() ? "" : body.propertyNames().iterator().next();
            Map<String, String> fields = new LinkedHashMap<>();
            String schema = body.path(type).path("schema").path("$ref").asString("").replaceAll(".*/", "");
            for (JsonNode properties : List.of(api.path("components").path("schemas").path(schema).path("properties"),
                    body.path(type).path("schema").path("properties"))) {
                properties.properties().forEach(
                        one -> fields.put(one.getKey(), one.getValue().path("type").asString("string")));
            }
            List<String> parameters = new ArrayList<>();
            api.path("paths").path(pattern).path(method.toLowerCase(java.util.Locale.ROOT)).path("parameters")
                    .forEach(one -> {
                        if (one.path("in").asString().equals("query")) {
                            parameters.add(one.path("name").asString());
                        }
                    });
            if (parameters.isEmpty()) {
                parameters.addAll(asked(asking));
            }
            return new Route(method, pattern, parameters.stream().distinct().toList(), type, fields);
        }

        private List<String> asked(Guest asking) {
            String path = VARIABLE.matcher(pattern).replaceAll("nothing");
            String said = asking.send(method, path + "?zzunknown=1", "", "").body();
            Matcher known = KNOWN.matcher(said);
            return known.find()
                    ? Arrays.stream(known.group(1).split(", ")).map(String::strip).filter(one -> one.matches("\\w+"))
                            .toList()
                    : List.of();
        }
    }

    /// A request, twice: at what the neighbour has, and at what nobody has.
    record Pair(String route, Asked there, Asked nowhere) {
    }

    /// @param values that it names
    record Asked(String method, String path, String type, String body, Map<String, String> values) {

        boolean isLike(Asked other) {
            return path.equals(other.path) && body.equals(other.body);
        }
    }

    private static List<Route> published() {
        try {
            return Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| `"))
                    .map(line -> line.substring(3, line.indexOf('`', 3))).filter(route -> !ELSEWHERE.contains(route))
                    .map(route -> route.split(" ")).map(parts -> new Route(parts[0], parts[1], List.of(), "", Map.of()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int routes() {
        return routes.size();
    }

    /// How many routes read parameters of a query, a form or a body.
    long reading() {
        return routes.stream().filter(route -> !route.parameters().isEmpty() || !route.fields().isEmpty()).count();
    }

    /// The next pair: every route in turn, then anew with other values.
    Pair pair(int number) {
        Route route = routes.get(number % routes.size());
        Map<String, String> row = values.row(random);
        List<String> drawn = List.copyOf(row.values());
        Map<String, String> filled = new LinkedHashMap<>();
        Matcher variables = VARIABLE.matcher(route.pattern());
        while (variables.find()) {
            filled.put("{" + variables.group(1), word(variables.group(1), row, drawn));
        }
        for (String parameter : route.parameters()) {
            boolean wanted = !route.method().equals("GET") || random.nextInt(3) == 0 || route.parameters().size() == 1;
            if (wanted) {
                filled.put("?" + parameter, word(parameter, row, drawn));
            }
        }
        for (String field : route.fields().keySet()) {
            filled.put(field, word(field, row, drawn));
        }
        filled.putIfAbsent("file", word("file", row, drawn));
        boolean upload = route.type().startsWith("multipart/") || route.fields().containsKey("file")
                || UPLOAD.matcher(route.pattern()).matches() && random.nextBoolean();
        return new Pair(route.name(), asked(route, filled, upload),
                asked(route, nowhere(filled), upload));
    }

    /// The same with what nobody has in place of the neighbour's; plain words stay.
    private Map<String, String> nowhere(Map<String, String> filled) {
        Map<String, String> others = new LinkedHashMap<>();
        filled.forEach((name, value) -> others.put(name,
                WORDS.getOrDefault(name.replaceAll("[^a-z]", ""), List.of()).contains(value)
                        ? value
                        : values.neverThere(value)));
        return others;
    }

    private String word(String name, Map<String, String> row, List<String> drawn) {
        List<String> words = WORDS.get(name);
        if (words != null && random.nextInt(8) > 0) {
            return words.get(random.nextInt(words.size()));
        }
        String same = row.get(name);
        if (same != null && random.nextBoolean()) {
            return same;
        }
        List<String> fitting = row.entrySet().stream().filter(one -> one.getKey().endsWith(name))
                .map(Map.Entry::getValue).toList();
        return fitting.isEmpty() || random.nextInt(3) == 0
                ? drawn.get(random.nextInt(drawn.size()))
                : fitting.get(random.nextInt(fitting.size()));
    }

    private static Asked asked(Route route, Map<String, String> filled, boolean upload) {
        Matcher variables = VARIABLE.matcher(route.pattern());
        String path = variables
                .replaceAll(one -> Matcher.quoteReplacement(String.valueOf(filled.get("{" + one.group(1)))))
                .replace("/**", "/" + filled.get("file"));
        String query = filled.entrySet().stream().filter(one -> one.getKey().startsWith("?"))
                .map(one -> one.getKey().substring(1) + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        boolean form = !upload && !route.method().equals("GET") && !route.pattern().startsWith("/api/");
        String type = form ? "application/x-www-form-urlencoded" : "";
        String body = form ? query : "";
        String file = String.valueOf(filled.get("file"));
        if (upload) {
            type = "multipart/form-data; boundary=xx";
            body = "--xx\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + file
                    + ".csv\"\r\nContent-Type: text/csv\r\n\r\nhashtag,observed_at,views\n" + file
                    + ",2025-11-20T00:00:00Z,10\n\r\n--xx--\r\n";
        } else if (route.type().equals("application/json")) {
            type = route.type();
            Map<String, Object> fields = new LinkedHashMap<>();
            route.fields().forEach((field, of) -> fields.put(field, switch (of) {
                case "array" -> List.of(String.valueOf(filled.get(field)));
                case "integer", "number" -> 1;
                case "boolean" -> true;
                case "object" -> Map.of();
                default -> String.valueOf(filled.get(field));
            }));
            body = JsonMapper.shared().writeValueAsString(fields);
        } else if (!route.type().isEmpty()) {
            type = route.type();
            body = file + "\n";
        }
        return new Asked(route.method(), query.isEmpty() || form ? path : path + "?" + query, type, body, filled);
    }
}
