package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.access.Role;
import dev.upswell.server.access.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Every cell of the permission matrix: each role, each scope of tokens, this machine and nobody, at each route that the running server
/// says it has, against the published page `docs/permissions.md`.
class PermissionMatrixTest {

    /// The answer to what the door lets through: behind it stands an interceptor that ends the request, so that nothing is done.
    private static final int LET_IN = 299;
    private static final String CELL = "X-Cell";
    private static final String PASSWORD = "four words and a half";
    private static final Path PAGE = Path.of("..", "docs", "permissions.md");

    private final Terminal terminal = new Terminal();
    private final HttpClient http = HttpClient.newHttpClient();

    /// A route as the server has it.
    ///
    /// @param type the type that its bodies must have; empty for any
    private record Route(String method, String pattern, String type) {

        String name() {
            return method + " " + pattern;
        }

        /// A path to it.
        String path() {
            return pattern.replaceAll("\\{[^{}]*(\\{[^{}]*})?[^{}]*}", "x").replace("/**", "/x.css");
        }
    }

    /// What the page says of a route.
    private record Row(String token, Set<String> roles) {
    }

    /// Ends what the door let through of requests that are cells, and notes at which route each request was answered.
    @Configuration(proxyBeanMethods = false)
    static class Stop implements WebMvcConfigurer, HandlerInterceptor {

        private static final Map<String, String> ANSWERED_AT = new ConcurrentHashMap<>();

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(this).order(Ordered.LOWEST_PRECEDENCE);
        }

        @Override
        public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
            boolean error = String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                    .equals("/error");
            boolean goesOn = error || request.getHeader(CELL) == null;
            if (!goesOn) {
                response.setStatus(LET_IN);
            }
            return goesOn;
        }

        @Bean
        static FilterRegistrationBean<OncePerRequestFilter> notes() {
            var registration = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {

                @Override
                protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response,
                        FilterChain chain) throws ServletException, IOException {
                    chain.doFilter(request, response);
                    ANSWERED_AT.put(String.valueOf(request.getHeader(CELL)), String
                            .valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)));
                }
            });
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
            return registration;
        }
    }

    private static Map<String, Row> page() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream().filter(line -> line.startsWith("| ")).toList();
        List<String> heads = cells(lines.getFirst());
        Map<String, Row> rows = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> cells = cells(line);
            rows.put(cells.getFirst().replace("`", ""), new Row(cells.get(1), heads.subList(2, heads.size()).stream()
                    .filter(role -> cells.get(heads.indexOf(role)).equals("●")).collect(Collectors.toSet())));
        }
        return rows;
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("\\|", -1)).map(String::strip).toList();
    }

    /// The routes of controllers as the server has them, and the two of files that lead to one.
    private static List<Route> routes(ConfigurableApplicationContext server) {
        List<Route> routes = new ArrayList<>(List.of(new Route("GET", "/**", "")));
        server.getBeansOfType(RequestMappingHandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream()).forEach(route -> add(routes, route));
        routes.removeIf(route -> route.pattern().equals("/error"));
        return routes;
    }

    private static void add(List<Route> routes, RequestMappingInfo route) {
        String type = route.getConsumesCondition().getConsumableMediaTypes().stream().findFirst()
                .map(MediaType::toString).orElse("");
        Set<String> methods = new TreeSet<>();
        route.getMethodsCondition().getMethods().forEach(method -> methods.add(method.name()));
        for (String pattern : route.getPatternValues()) {
            (methods.isEmpty() ? Set.of("*") : methods).forEach(verb -> routes.add(new Route(verb, pattern, type)));
        }
    }

    private int asked(String server, Route route, Map<String, String> headers, String cell) {
        var request = HttpRequest.newBuilder(URI.create(server + route.path())).method(route.method(),
                BodyPublishers.noBody()).header("Origin", server).header(CELL, cell);
        headers.forEach(request::header);
        if (!route.type().isEmpty()) {
            request.header("Content-Type", route.type());
        }
        try {
            return http.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String signedIn(Visitor visitor, OpenWorkplace workplace, Role role) {
        String name = role.label();
        workplace.access().people().setPassword(name, PASSWORD, role);
        return visitor.keeping(visitor.signIn(name, PASSWORD.replace(' ', '+'))).headers().get("Cookie");
    }

    private String token(String name, Scope scope) {
        return "Bearer " + terminal.json("tokens", "create", name, "--scopes", scope.label()).json().at("/token")
                .asString();
    }

    /// Who asks, and with which headers.
    private Map<String, Map<String, String>> callers(Visitor visitor, OpenWorkplace workplace) {
        Map<String, Map<String, String>> callers = new LinkedHashMap<>();
        for (Role role : Role.values()) {
            callers.put(role.label(), Map.of("Cookie", signedIn(visitor, workplace, role)));
        }
        for (Scope scope : Scope.values()) {
            callers.put("token " + scope.label(),
                    Map.of("Authorization", token("for-" + scope.label(), scope)));
        }
        callers.put("nobody", Map.of());
        callers.put("a stranger's token", Map.of("Authorization", "Bearer upsw_0123456789ab_" + "A".repeat(43)));
        return callers;
    }

    /// What the page leads one to expect.
    private static int expected(Row row, String caller) {
        return switch (row.token()) {
            case "open", "anybody" -> caller.startsWith("a stranger") ? 401 : LET_IN;
            default -> switch (caller) {
                case "nobody", "a stranger's token" -> 401;
                case "this machine" -> LET_IN;
                default -> caller.startsWith("token ")
                        ? caller.endsWith(" " + row.token()) ? LET_IN : 403
                        : row.roles().contains(caller) ? LET_IN : 403;
            };
        };
    }

    /// Asks at every route for one caller; each cell that is not as the page says.
    private List<String> wrong(String server, List<Route> routes, Map<String, Row> page, String caller,
            Map<String, String> headers) {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            String cell = caller + " at " + route.name();
            int status = asked(server, route, headers, cell);
            Row row = page.get(route.name());
            int expected = row == null ? 403 : expected(row, caller);
            if (status != expected) {
                wrong.add(cell + ": " + status + " in place of " + expected);
            }
            String at = Stop.ANSWERED_AT.get(cell);
            if (status != 401 && !route.pattern().equals(at)) {
                wrong.add(cell + " was answered at " + at);
            }
        }
        return wrong;
    }

    @Test
    void everyRoleAndScopeIsLetInExactlyWhereThePageSays() throws IOException {
        Map<String, Row> page = page();
        try (OpenWorkplace workplace = terminal.workplace();
                var tenants = new OpenTenants(workplace, workplace.settings());
                ConfigurableApplicationContext context = SpringServing.application(tenants, Map.of("server.port", 0),
                        ServerConfiguration.class, Stop.class).run()) {
            String server = "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
            List<Route> routes = routes(context);
            Set<String> files = Set.of("GET /assets/**", "GET /assets/lib/**", "GET /webjars/**");
            assertThat(new TreeSet<>(routes.stream().map(Route::name).toList())).as("routes of the running server")
                    .isEqualTo(new TreeMap<>(page).keySet().stream().filter(route -> !files.contains(route))
                            .collect(Collectors.toCollection(TreeSet::new)));

            List<String> wrong = new ArrayList<>(wrong(server, routes, page, "this machine", Map.of()));
            int cells = routes.size();
            for (var caller : callers(Visitor.at(server), workplace).entrySet()) {
                wrong.addAll(wrong(server, routes, page, caller.getKey(), caller.getValue()));
                cells += routes.size();
            }
            assertThat(wrong).isEmpty();
            assertThat(cells).as("roles, scopes, this machine, nobody and a stranger").isEqualTo(routes.size() * 15)
                    .isGreaterThan(6_000);
        }
        assertRefusalsAreAudited(page);
    }

    /// Each cell in which a person was refused is a row of the audit that says whom and where.
    private void assertRefusalsAreAudited(Map<String, Row> page) {
        Set<String> refused = terminal.json("audit", "list", "--limit", "10000", "--refused").json().valueStream()
                .map(row -> row.at("/request")).filter(row -> row.at("/refusal").asString().equals("role"))
                .map(row -> "%s at %s %s".formatted(row.at("/actor").asString(), row.at("/method").asString(),
                        row.at("/route").asString()))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        for (Role role : Role.values()) {
            page.forEach((route, row) -> {
                if (expected(row, role.label()) == 403 && !route.endsWith(" /**")) {
                    expected.add(role.label() + " at " + route);
                }
            });
        }
        assertThat(refused).isEqualTo(expected);
        assertThat(terminal.run("audit", "verify").out()).contains("rows are as they were written");
    }
}
