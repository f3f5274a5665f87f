package dev.upswell.server.web;

import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/// The routes of all pages, read from their controllers, and which of them addresses were seen of.
final class Routes {

    /// What answers by a page of another route, or by a file.
    private static final Set<String> NO_PAGES = Set.of("/", "/models/{id}/file", "/reports/{id}/file",
            "/reports/{id}/mail", "/reports/executive.pdf",
            "/reports/branding/preview.svg", "/reports/branding/preview.pdf");

    private final Map<PathPattern, Set<String>> seen = new LinkedHashMap<>();

    Routes() {
        controllers().flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .map(method -> AnnotatedElementUtils.findMergedAnnotation(method, GetMapping.class))
                .filter(mapping -> mapping != null).flatMap(mapping -> Arrays.stream(mapping.path()))
                .filter(path -> !NO_PAGES.contains(path)).map(PathPatternParser.defaultInstance::parse)
                .sorted(PathPattern.SPECIFICITY_COMPARATOR.thenComparing(Comparator.comparing(PathPattern::toString)))
                .forEach(route -> seen.put(route, new TreeSet<>()));
    }

    private static Stream<Class<?>> controllers() {
        var scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AnnotationTypeFilter(Controller.class));
        scan.addExcludeFilter(new AnnotationTypeFilter(RestController.class));
        return scan.findCandidateComponents("dev.upswell.server").stream().map(BeanDefinition::getBeanClassName)
                .<Class<?>>map(name -> {
                    try {
                        return Class.forName(name);
                    } catch (ClassNotFoundException e) {
                        throw new IllegalStateException(e);
                    }
                }).filter(type -> type != FailingPage.class);
    }

    /// Whether an address shows something that no address before it did: another route, or a parameter that was not yet asked for.
    boolean isNew(String address) {
        URI uri = URI.create(address);
        Optional<PathPattern> route = route(uri.getPath());
        if (route.isEmpty()) {
            return false;
        }
        Set<String> known = seen.get(route.get());
        boolean first = known.add("");
        return known.addAll(parameters(uri)) | first;
    }

    private Optional<PathPattern> route(String path) {
        PathContainer asked = PathContainer.parsePath(path);
        return seen.keySet().stream().filter(route -> route.matches(asked)).findFirst();
    }

    private static Collection<String> parameters(URI uri) {
        return uri.getQuery() == null
                ? Collections.emptyList()
                : Arrays.stream(uri.getRawQuery().split("&")).map(one -> one.split("=", 2)[0])
                        .collect(Collectors.toSet());
    }

    /// Routes that no address was seen of.
    List<String> unseen() {
        return seen.entrySet().stream().filter(one -> one.getValue().isEmpty())
                .map(one -> one.getKey().getPatternString()).toList();
    }
}
