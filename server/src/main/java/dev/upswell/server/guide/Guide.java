package dev.upswell.server.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The documentation that the build put beside the program, in English.
public final class Guide {

    /// Where pages begin in addresses.
    public static final String PATH = "/docs";

    private static final String FOLDER = "/guide/";
    private static final String CONTENTS = "contents.txt";
    private static final String LOOSE = "more";
    private static final String DECISIONS = "decisions";

    private final Map<String, GuidePage> pages;
    private final List<Group> groups;
    private final Map<String, String> help;
    private final Rendering rendering;

    private Guide(List<GuidePage> pages, List<String> contents) {
        this.pages = new TreeMap<>();
        pages.forEach(page -> this.pages.put(page.key(), page));
        groups = groups(contents);
        help = new LinkedHashMap<>();
        contents.stream().filter(line -> line.startsWith("help ")).map(line -> line.split(" "))
                .forEach(words -> help.put(words[1], words[2]));
        rendering = new Rendering(this.pages);
    }

    /// Pages under one heading.
    ///
    /// @param name the end of the heading's key in the message bundle
    public record Group(String name, List<GuidePage> pages) {

        public Group {
            pages = List.copyOf(pages);
        }
    }

    /// A page that answers what was searched for.
    ///
    /// @param part of its text, around what was found
    public record Hit(GuidePage page, String part) {
    }

    /// The documentation on the class path.
    public static Guide read() {
        try {
            List<GuidePage> pages = new ArrayList<>();
            for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:guide/**/*.md")) {
                String url = file.getURL().toString();
                pages.add(GuidePage.of(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), text(file)));
            }
            return new Guide(pages, text(new PathMatchingResourcePatternResolver()
                    .getResource("classpath:guide/" + CONTENTS)).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Resource file) throws IOException {
        return file.getContentAsString(StandardCharsets.UTF_8);
    }

    private List<Group> groups(List<String> contents) {
        List<Group> all = new ArrayList<>();
        Set<String> listed = new HashSet<>();
        contents.stream().filter(line -> line.startsWith("group ")).forEach(line -> {
            String[] parts = line.substring("group ".length()).split(": ", 2);
            List<String> keys = Arrays.asList(parts[1].split(" "));
            listed.addAll(keys);
            all.add(new Group(parts[0], keys.stream().map(this::find).flatMap(Optional::stream).toList()));
        });
        all.add(new Group(LOOSE, pages.values().stream()
                .filter(page -> !page.isDecision() && !listed.contains(page.key())).toList()));
        all.add(new Group(DECISIONS, pages.values().stream().filter(GuidePage::isDecision).toList()));
        return all.stream().filter(group -> !group.pages().isEmpty()).toList();
    }

    /// All pages by their headings, in the order of the contents.
    public List<Group> groups() {
        return groups;
    }

    /// The page with this key.
    public Optional<GuidePage> find(String key) {
        return Optional.ofNullable(pages.get(key));
    }

    /// The page that explains a section of the navigation.
    public Optional<GuidePage> about(String section) {
        return Optional.ofNullable(help.get(section)).flatMap(this::find);
    }

    /// Pages that hold each of these words in title or text, the best first.
    public List<Hit> search(String words) {
        List<String> wanted = Arrays.stream(words.toLowerCase(Locale.ROOT).split("\\s+"))
                .filter(word -> !word.isEmpty()).distinct().toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<GuidePage, Integer> worth = new LinkedHashMap<>();
        pages.values().forEach(page -> worth.put(page, page.worth(wanted)));
        return worth.entrySet().stream().filter(entry -> entry.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<GuidePage, Integer> entry) -> -entry.getValue()))
                .map(entry -> new Hit(entry.getKey(), entry.getKey().around(wanted))).toList();
    }

    /// A page as HTML, without its title. No HTML that stands in it is passed on.
    public String html(GuidePage page) {
        return rendering.html(page);
    }

    /// The headings below the title of a page.
    public List<Heading> headings(GuidePage page) {
        return rendering.headings(page);
    }

    /// A heading of a page.
    ///
    /// @param id the fragment that leads to it
    public record Heading(String id, String text) {
    }
}
