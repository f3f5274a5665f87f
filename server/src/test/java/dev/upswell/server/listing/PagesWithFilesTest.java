package dev.upswell.server.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every page of rows can be had as a file, or says why not.
class PagesWithFilesTest {

    private static final Path TEMPLATES = Path.of("src", "main", "resources", "templates");
    private static final Path EXCEPTIONS = Path.of("src", "test", "resources", "listing", "without-file.txt");
    private static final Pattern ROWS = Pattern.compile("<tr[^>]*th:each|parts :: paging");
    private static final String FILES = "parts :: files}";

    private static Map<String, String> templates() {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.collect(Collectors.toMap(file -> file.getFileName().toString().replace(".html", ""),
                    PagesWithFilesTest::read));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, String> exceptions() {
        return read(EXCEPTIONS).lines().filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(line -> line.split(": ", 2)[0], line -> line.split(": ", 2)[1]));
    }

    @Test
    void aPageOfRowsHasAFileOrAReason() {
        Set<String> without = templates().entrySet().stream().filter(one -> ROWS.matcher(one.getValue()).find())
                .filter(one -> !one.getValue().contains(FILES)).map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(without).as("pages of rows without a file, beside the reasons of without-file.txt")
                .isEqualTo(new TreeSet<>(exceptions().keySet()));
        assertThat(exceptions().values()).allSatisfy(reason -> assertThat(reason).hasSizeGreaterThan(5));
    }

    @Test
    void mostOfWhatTheProductFindsHasFiles() {
        assertThat(templates().entrySet().stream().filter(one -> one.getValue().contains(FILES)).map(Map.Entry::getKey))
                .contains("trends", "rows", "creators", "videos", "video-scores", "patterns", "recommendations",
                        "commerce", "models-evaluation", "agents-events", "agents-job", "request-audit", "themes",
                        "actions", "planner", "models-backlog", "reports");
    }
}
