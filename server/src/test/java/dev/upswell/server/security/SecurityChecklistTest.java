package dev.upswell.server.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Holds `docs/security.md` to what it says: every line of the checklist is there, and every test that it names exists.
class SecurityChecklistTest {

    private static final Path PAGE = Path.of("..", "docs", "security.md");
    private static final Pattern LINE = Pattern.compile("^\\| V(\\d+\\.\\d+\\.\\d+) \\|([^|]+)\\|([^|]+)\\|(.+)\\|$");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+Test)#(\\w+)`");
    private static final int SHORTEST_REASON = 10;

    private static final Map<String, List<Path>> TESTS = new TreeMap<>();
    private static String page = "";
    private static List<Row> rows = List.of();

    /// A line of the checklist.
    private record Row(String id, String what, String state, String why) {
    }

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(PAGE);
        rows = page.lines().map(LINE::matcher).filter(Matcher::matches).map(line -> new Row(line.group(1),
                line.group(2).strip(), line.group(3).strip(), line.group(4).strip())).toList();
        for (Path root : List.of(Path.of("src/test/java"), Path.of("../engine/src/test/java"))) {
            try (Stream<Path> all = Files.walk(root)) {
                all.filter(file -> file.toString().endsWith("Test.java")).forEach(
                        file -> TESTS.computeIfAbsent(String.valueOf(file.getFileName()).replace(".java", ""),
                                _ -> new ArrayList<>()).add(file));
            }
        }
    }

    private static List<String> wanted() throws IOException {
        try (InputStream list = SecurityChecklistTest.class.getResourceAsStream("asvs-5.0.0.txt")) {
            assertThat(list).isNotNull();
            return new String(list.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> line.startsWith("V"))
                    .map(line -> line.substring(1).split(" "))
                    .flatMap(section -> IntStream.rangeClosed(1, Integer.parseInt(section[1]))
                            .mapToObj(number -> section[0] + "." + number))
                    .toList();
        }
    }

    @Test
    void everyLineOfLevelTwoIsThereOnce() throws IOException {
        assertThat(wanted()).hasSize(253);
        assertThat(rows).extracting(Row::id).containsExactlyElementsOf(wanted());
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        List<String> lost = NAMED.matcher(page).results()
                .filter(named -> !exists(named.group(1), named.group(2)))
                .map(named -> named.group(1) + "#" + named.group(2)).toList();

        assertThat(lost).isEmpty();
        assertThat(NAMED.matcher(page).results().count()).isGreaterThan(100);
    }

    private static boolean exists(String test, String method) {
        Pattern declared = Pattern.compile("\\bvoid " + method + "\\(");
        return TESTS.getOrDefault(test, List.of()).stream().anyMatch(file -> declared.matcher(text(file)).find());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void whatIsMetNamesATestOrAPageAndEverythingElseAReason() {
        assertThat(rows).allSatisfy(row -> {
            assertThat(row.what()).as(row.id()).isNotBlank();
            assertThat(row.state()).as(row.id()).isIn("met", "in part", "not here", "**not met**");
            assertThat(row.why().length()).as(row.id()).isGreaterThan(SHORTEST_REASON);
        });
    }

    @Test
    void theTallyIsThatOfTheLines() {
        Map<String, Long> counted = rows.stream().collect(Collectors.groupingBy(Row::state, Collectors.counting()));

        assertThat(page).contains("Of the 253 lines " + counted.get("met") + " are met, " + counted.get("in part")
                + " in part, " + counted.get("**not met**") + " are not met, and " + counted.get("not here")
                + " speak of what is not here");
    }
}
