package dev.upswell.server.web.openapi;

import dev.upswell.server.web.Query;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// The page that lists the REST endpoints, read from what is really mapped.
@Controller
class ApiPage {

    private static final String ROOT = "/api/v1/";

    private final RequestMappingHandlerMapping mappings;

    ApiPage(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.mappings = requestMappingHandlerMapping;
    }

    @GetMapping("/api")
    String page(Query query, Model model) {
        query.done();
        model.addAttribute("endpoints", endpoints());
        return "api";
    }

    private List<Endpoint> endpoints() {
        return mappings.getHandlerMethods().keySet().stream()
                .flatMap(info -> info.getPatternValues().stream().filter(path -> path.startsWith(ROOT))
                        .flatMap(path -> methods(info.getMethodsCondition().getMethods().stream())
                                .map(method -> new Endpoint(method, path))))
                .sorted(Comparator.comparing(Endpoint::path).thenComparing(Endpoint::method)).toList();
    }

    private static Stream<String> methods(Stream<RequestMethod> methods) {
        List<String> names = methods.map(Enum::name).toList();
        return names.isEmpty() ? Stream.of("GET") : names.stream();
    }

    /// One REST endpoint: its method and its path with placeholders.
    record Endpoint(String method, String path) {

        /// Whether a browser can simply open it.
        public boolean opens() {
            return method.equals("GET") && !path.contains("{");
        }
    }
}
