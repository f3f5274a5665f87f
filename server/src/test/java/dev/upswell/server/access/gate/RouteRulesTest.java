package dev.upswell.server.access.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.Upswell;
import dev.upswell.server.access.Role;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/// Every route that a controller has, has a rule, and no rule is without its route.
class RouteRulesTest {

    /// Routes of libraries: files, and the description of the interface.
    private static final Set<String> OTHERS = Set.of("GET /assets/**", "GET /assets/lib/**", "GET /webjars/**",
            "GET /**", "GET /v3/api-docs", "GET /v3/api-docs.yaml");

    private final RouteRules rules = RouteRules.read();

    private static Set<String> routes() throws ClassNotFoundException {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        Set<String> routes = new TreeSet<>(OTHERS);
        for (var found : scan.findCandidateComponents("dev.upswell.server")) {
            Class<?> type = Class.forName(String.valueOf(found.getBeanClassName()));
            if (type.getProtectionDomain().getCodeSource().getLocation()
                    .equals(Upswell.class.getProtectionDomain().getCodeSource().getLocation())) {
                Arrays.stream(type.getDeclaredMethods()).forEach(method -> routes.addAll(routes(type, method)));
            }
        }
        routes.remove("* /error");
        return routes;
    }

    private static List<String> routes(Class<?> type, Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            return List.of();
        }
        RequestMapping above = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
        List<String> bases = above == null ? List.of("") : List.of(above.path());
        List<String> paths = mapping.path().length == 0 ? List.of("") : List.of(mapping.path());
        List<String> methods = mapping.method().length == 0
                ? List.of("*")
                : Stream.of(mapping.method()).map(Enum::name).toList();
        return methods.stream().flatMap(verb -> bases.stream()
                .flatMap(base -> paths.stream().map(path -> verb + " " + base + path))).toList();
    }

    @Test
    void everyRouteHasARuleAndEveryRuleARoute() throws ClassNotFoundException {
        Set<String> routes = routes();
        Set<String> ruled = rules.routes();

        assertThat(routes).hasSizeGreaterThan(200);
        assertThat(routes.stream().filter(route -> !ruled.contains(route)).collect(Collectors.toSet()))
                .as("routes that let nobody in: give each a line in access/routes*.txt").isEmpty();
        assertThat(ruled.stream().filter(route -> !routes.contains(route)).collect(Collectors.toSet()))
                .as("rules of routes that are gone").isEmpty();
    }

    @Test
    void nothingButTheSignInAndFilesIsOpen() {
        assertThat(rules.routes().stream().filter(route -> rules
                .rule(route.split(" ")[0], route.split(" ")[1]).orElseThrow().right().isEmpty()))
                .containsExactlyInAnyOrder("GET /assets/**", "GET /assets/lib/**", "GET /webjars/**", "GET /health",
                        "GET /sign-in", "POST /sign-in", "POST /sign-in/tenant", "POST /sign-out", "POST /language",
                        "GET /sign-in/company", "GET /sign-in/company/return", "GET /sign-in/company/out",
                        "GET /invitation", "POST /invitation");
    }

    @Test
    void whatChangesSomethingAsksForMoreThanLooking() {
        assertThat(rules.routes().stream().filter(route -> !route.startsWith("GET "))
                .filter(route -> need(route) == Need.READ))
                .isEmpty();
    }

    @Test
    void headAsksForWhatGetDoesAndWhatHasNoRuleForNothingThatThereIs() {
        assertThat(rules.rule("HEAD", "/trends")).isPresent().isEqualTo(rules.rule("GET", "/trends"));
        assertThat(rules.rule("DELETE", "/trends")).isEmpty();
        assertThat(rules.rule("GET", "/nowhere")).isEmpty();
    }

    private RouteRules.Rule rule(String route) {
        return rules.rule(route.split(" ")[0], route.split(" ")[1]).orElseThrow();
    }

    private Need need(String route) {
        return rule(route).need();
    }

    private boolean opensTo(String route, Role role) {
        return rule(route).roles().contains(role);
    }

    @Test
    void everyRuleThatAsksForSomethingSaysWhichPeopleMay() {
        assertThat(rules.routes().stream().filter(route -> rule(route).right().isPresent())
                .filter(route -> rule(route).roles().isEmpty()))
                .as("only owners may: say which roles may, in access/routes*.txt").isEmpty();
    }

    @Test
    void clientsAndAffiliatesReachTheirReportsTheirAccountTheDocumentationAndNothingElse() {
        assertThat(rules.routes().stream().filter(route -> opensTo(route, Role.CLIENT))).containsExactlyInAnyOrder(
                "GET /account", "POST /account/password", "POST /account/sign-ins/{id}/end",
                "GET /", "GET /**", "GET /docs", "GET /docs/{page}", "GET /docs/decisions/{page}",
                "GET /docs/help/{section}", "GET /reports", "GET /reports/{id}", "GET /reports/{id}/file",
                "GET /api/v1/reports", "GET /api/v1/reports/{id:[^.]+}", "GET /api/v1/reports/{id}.{format}");
        assertThat(rules.routes()).allSatisfy(
                route -> assertThat(opensTo(route, Role.AFFILIATE)).isEqualTo(opensTo(route, Role.CLIENT)));
    }

    @Test
    void peopleKeysAndTheAuditAreForAdminsAlone() {
        assertThat(rules.routes().stream().filter(route -> need(route) == Need.ADMIN))
                .allSatisfy(route -> assertThat(rule(route).roles()).containsExactly(Role.ADMIN));
    }

    @Test
    void whoOnlyLooksChangesNothingButNoticesQuestionsOwnBriefsAndTheirAccount() {
        assertThat(rules.routes().stream().filter(route -> !route.startsWith("GET "))
                .filter(route -> opensTo(route, Role.EXECUTIVE) || opensTo(route, Role.CREATOR)))
                .containsExactlyInAnyOrder("POST /agents/notices/read", "POST /api/v1/notices/read",
                        "POST /ask/{id}/helped", "POST /api/v1/ask", "POST /api/v1/ask/{id}/helped",
                        "POST /themes/narratives/{id}/look", "POST /overview/briefs/{run}",
                        "POST /api/v1/briefs/{run}/report",
                        "POST /account/password", "POST /account/sign-ins/{id}/end");
        assertThat(opensTo("POST /overview/briefs/{run}", Role.EXECUTIVE)).isFalse();
    }

    @Test
    void aLineWithoutAGroupIsForOwnersAloneAndAGroupThatStandsNowhereIsRefused() {
        assertThat(RouteRules.of(List.of("GET /a read")).rule("GET", "/a").orElseThrow().roles()).isEmpty();
        assertThat(RouteRules.of(List.of("group some client planner", "GET /a read some")).rule("GET", "/a")
                .orElseThrow().roles()).containsExactlyInAnyOrder(Role.CLIENT, Role.PLANNER);
        assertThatThrownBy(() -> RouteRules.of(List.of("GET /a read some")))
                .hasMessageContaining("Maybe the group \"some\" stands nowhere");
        assertThatThrownBy(() -> RouteRules.of(List.of("GET /a open owner"))).hasMessageContaining("asks for nobody");
    }

    @Test
    void aPathLeadsToTheRuleOfTheRouteThatAnswersIt() {
        var paths = new RoutePaths(rules);

        assertThat(paths.rule("GET", "/reports/new")).isEqualTo(rules.rule("GET", "/reports/new"));
        assertThat(paths.rule("GET", "/reports/4711")).isEqualTo(rules.rule("GET", "/reports/{id}"));
        assertThat(paths.rule("GET", "/api/v1/reports/4711.pdf"))
                .isEqualTo(rules.rule("GET", "/api/v1/reports/{id}.{format}"));
        assertThat(paths.rule("GET", "/nowhere")).isEmpty();
        assertThat(paths.rule("POST", "/")).isEmpty();
    }

    @Test
    void aRuleThatStandsTwiceIsRefused() {
        assertThatThrownBy(() -> RouteRules.of(List.of("GET /a read", "GET /a open")))
                .hasMessageContaining("Maybe it stands there twice.");
    }
}
