package dev.upswell.server.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The project's own documentation, as the build puts it beside the program.
class GuideTest {

    private static final Path PROJECT = Path.of("..");
    private static final Pattern HREF = Pattern.compile("href=\"([^\"]*)\"");
    private static final Pattern ID = Pattern.compile(" id=\"([^\"]*)\"");
    private static final Pattern WRITTEN = Pattern.compile("]\\(([^)\\s]+)\\)");

    private static final Guide GUIDE = Guide.read();

    private static List<GuidePage> pages() {
        return GUIDE.groups().stream().flatMap(group -> group.pages().stream()).toList();
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult one) -> one.group(1)).collect(Collectors.toSet());
    }

    @Test
    void everyPageOfTheProjectIsListedOnceAndRenders() throws IOException {
        List<String> files;
        try (Stream<Path> all = Files.walk(PROJECT.resolve("docs"))) {
            files = all.map(file -> PROJECT.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> file.endsWith(".md")).toList();
        }

        assertThat(pages()).extracting(GuidePage::file).doesNotHaveDuplicates().containsAll(files).contains("README.md",
                "ARCHITECTURE.md", "CHANGELOG.md");
        assertThat(pages()).allSatisfy(page -> {
            assertThat(page.title()).isNotBlank().isNotEqualTo(page.file());
            assertThat(GUIDE.html(page)).contains("<p>");
        });
    }

    @Test
    void everyLinkLeadsToAPageAndAHeadingOfIt() {
        Map<String, Set<String>> headings = new HashMap<>();
        pages().forEach(page -> headings.put("/docs/" + page.key(), found(ID, GUIDE.html(page))));
        headings.put("/docs", Set.of("decisions"));
        List<String> lost = new ArrayList<>();
        for (GuidePage page : pages()) {
            for (String href : found(HREF, GUIDE.html(page))) {
                String[] parts = href.split("#", 2);
                String path = parts[0].isEmpty() ? "/docs/" + page.key() : parts[0];
                boolean outside = href.matches("(https?|mailto):.*");
                if (!outside && (!headings.containsKey(path)
                        || parts.length > 1 && !headings.get(path).contains(parts[1]))) {
                    lost.add(page.file() + " -> " + href);
                }
            }
        }

        assertThat(lost).isEmpty();
    }

    /// What is no page in the product is at least a file of the project.
    @Test
    void everyFileThatIsNamedInALinkExists() {
        List<String> lost = pages().stream().flatMap(page -> found(WRITTEN, page.markdown()).stream()
                .filter(target -> !target.matches("(https?|mailto):.*|#.*"))
                .filter(target -> !Files.exists(PROJECT.resolve(page.file()).resolveSibling(target.split("#")[0])))
                .map(target -> page.file() + " -> " + target)).toList();

        assertThat(lost).isEmpty();
    }

    @Test
    void theContentsNameOnlyPagesThatExist() throws IOException {
        List<String> named = Files.readAllLines(Path.of("src/main/resources/guide/contents.txt")).stream()
                .filter(line -> !line.startsWith("#")).flatMap(line -> line.startsWith("help ")
                        ? Stream.of(line.split(" ")[2])
                        : Stream.of(line.split(": ")[1].split(" ")))
                .toList();

        assertThat(named).allSatisfy(key -> assertThat(GUIDE.find(key)).as(key).isPresent());
    }

    @Test
    void noHtmlOfAPageIsPassedOn() {
        GuidePage page = GuidePage.of("docs/made-up.md",
                """
                    # Made up

                    Words <script>alert(1)</script> and [a trap](javascript:alert(1)), a picture ![x](https://example.org/x.png).

                    <img src=x onerror=alert(1)>

                    | a | b |
                    |---|--:|
                    | <b>1</b> | `<table>` |
                    """);
        String html = new Rendering(new TreeMap<>()).html(page);

        assertThat(html).contains("&lt;script&gt;", "&lt;img src=x", "&lt;b&gt;1&lt;/b&gt;", "<code>&lt;table&gt;")
                .doesNotContain("<script", "onerror=alert(1)>\n<", "javascript:");
        assertThat(html).containsOnlyOnce("<div class=\"scroll\"");
    }

    @Test
    void linksBetweenPagesAreRewrittenAndFilesOfTheProjectAreWords() {
        GuidePage here = GuidePage.of("docs/decisions/001-here.md",
                "# Here\n\n[there](../there.md#part), [source](../../pom.xml), [all](.), [site](https://example.org)");
        GuidePage there = GuidePage.of("docs/there.md", "# There\n\n## Part\n");
        Rendering rendering = new Rendering(Map.of(here.key(), here, there.key(), there));

        assertThat(rendering.html(here)).contains("href=\"/docs/there#part\"", ">there</a>, source, ",
                "href=\"/docs#decisions\"", "href=\"https://example.org\"");
        assertThat(rendering.headings(there)).containsExactly(new Guide.Heading("part", "Part"));
    }

    @Test
    void searchFindsPagesThatHoldAllWordsTheBestFirst() {
        assertThat(GUIDE.search("retention").getFirst().page().key()).isEqualTo("compliance");
        assertThat(GUIDE.search("Permission Matrix")).first().satisfies(hit -> {
            assertThat(hit.page().key()).contains("permission");
            assertThat(hit.part().toLowerCase()).containsAnyOf("permission", "matrix");
        });
        assertThat(GUIDE.search("retention zzznowhere")).isEmpty();
        assertThat(GUIDE.search("  ")).isEmpty();
    }
}
