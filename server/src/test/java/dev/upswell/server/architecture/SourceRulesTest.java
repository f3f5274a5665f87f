package dev.upswell.server.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the sources themselves promise: their size, their documentation, their null-marking.
class SourceRulesTest {

    private static final Pattern PUBLIC_TYPE = Pattern
            .compile(
                    "^public (?:(?:final|sealed|non-sealed|abstract|static) )*(?:class|record|interface|enum|@interface) ");

    @Test
    void noFileIsLongerThanSixHundredLines() throws IOException {
        assertThat(allSources().filter(file -> lines(file).size() > 600)).isEmpty();
    }

    @Test
    void noPackageHoldsMoreThanTwentyFiveFiles() throws IOException {
        Map<Path, Long> sizes = mainSources().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
        sizes.values().removeIf(size -> size <= 25);
        assertThat(sizes).isEmpty();
    }

    @Test
    void everyPublicTypeIsDocumented() throws IOException {
        assertThat(mainSources().filter(file -> !isDocumented(lines(file)))).isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() throws IOException {
        assertThat(mainSources().map(Path::getParent).distinct().filter(folder -> {
            Path info = folder.resolve("package-info.java");
            return !Files.exists(info) || lines(info).stream().noneMatch(line -> line.contains("@NullMarked"));
        })).isEmpty();
    }

    @Test
    void undocumentedTypeIsFound() {
        assertThat(isDocumented(List.of("package x;", "", "public record A() {"))).isFalse();
        assertThat(isDocumented(List.of("package x;", "", "/// A thing.", "@Deprecated", "public record A() {")))
                .isTrue();
    }

    private static boolean isDocumented(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (PUBLIC_TYPE.matcher(lines.get(i)).find()) {
                int before = i - 1;
                while (before >= 0 && !lines.get(before).isBlank() && !lines.get(before).startsWith("///")) {
                    before--;
                }
                return before >= 0 && lines.get(before).startsWith("///");
            }
        }
        return true;
    }

    private static Stream<Path> mainSources() throws IOException {
        return allSources().filter(file -> file.toString().contains("/src/main/"));
    }

    private static Stream<Path> allSources() throws IOException {
        Path root = ModuleTable.ROOT;
        return Stream.of("engine/src", "server/src", "benchmarks/src").map(root::resolve).filter(Files::exists)
                .flatMap(folder -> {
                    try {
                        return Files.walk(folder);
                    } catch (IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }).filter(file -> file.toString().endsWith(".java"));
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
