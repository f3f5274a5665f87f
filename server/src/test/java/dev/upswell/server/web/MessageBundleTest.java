package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.commerce.AdMetric;
import dev.upswell.server.collect.FileFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bundle holds exactly what pages and answers say.
class MessageBundleTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path ENGINE = Path.of("..", "engine", "src", "main", "java");
    private static final Pattern SAID = Pattern
            .compile("(?:say|Sentence\\.of)\\(\\s*\"([\\w.-]+)\"\\s*[,)]|#\\{([a-z][\\w.-]+)");

    private final Map<String, String> bundle = bundle();
    private final String templates = text(MAIN.resolve("resources/templates"));
    private final String sources = text(MAIN.resolve("java")) + templates;

    @Test
    void everyLabelHasItsWords() {
        assertThat(MessageLabels.all().filter(key -> !bundle.containsKey(key))).isEmpty();
    }

    /// Of two sentences under one key the later one would speak, and nobody would see it.
    @Test
    void noKeyStandsTwice() {
        List<String> keys = Arrays.stream(Words.bundles())
                .flatMap(name -> text(MAIN.resolve("resources/" + name + ".properties")).lines())
                .filter(line -> line.contains("=") && !line.startsWith("#")).map(line -> line.split("=", 2)[0].strip())
                .toList();

        assertThat(keys).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void everySentenceThatIsSaidExists() {
        Stream<String> said = SAID.matcher(sources).results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1));

        assertThat(said.filter(key -> !bundle.containsKey(key)).distinct()).isEmpty();
    }

    @Test
    void noSentenceIsUnused() {
        Set<String> unused = new TreeSet<>(bundle.keySet());
        MessageLabels.all().forEach(unused::remove);
        // RetentionTest holds these against all that retention knows.
        unused.removeIf(key -> key.startsWith("compliance.item."));
        unused.removeIf(key -> sources.contains('"' + key + '"') || sources.contains('\'' + key + '\'')
                || sources.contains("#{" + key + "}") || sources.contains("#{" + key + "("));
        unused.removeAll(namedElsewhere());

        assertThat(unused).isEmpty();
    }

    @Test
    void commandsAreOnlyInSentencesThatWordsSay() {
        Stream<String> commands = bundle.keySet().stream().filter(key -> bundle.get(key).contains("`"));

        assertThat(commands.filter(key -> templates.contains("#{" + key))).isEmpty();
        assertThat(bundle.keySet().stream().filter(key -> bundle.get(key).contains("upswell "))
                .filter(key -> !bundle.get(key).contains("`upswell "))).isEmpty();
    }

    /// Keys whose ends stand in other places: texts for statuses without reasons, columns of files, what formats are known by,
    /// settings and scores of trained models, and codes of stored rows.
    private Set<String> namedElsewhere() {
        String engine = text(ENGINE);
        Set<String> named = Stream.of("400", "403", "404", "405", "406", "409", "413", "415", "500", "503")
                .map("error.%s.text"::formatted).collect(Collectors.toCollection(TreeSet::new));
        named.addAll(List.of("reason.earlier", "format.sample"));
        Arrays.stream(FileFormat.values()).map(format -> "format." + format.label() + ".means").forEach(named::add);
        for (String key : bundle.keySet()) {
            String name = key.substring(key.indexOf('.') + 1);
            boolean field = key.startsWith("field.")
                    && (Pattern.compile("[=\"]" + name + "[ \"]").matcher(sources).find()
                            || Arrays.stream(AdMetric.values()).anyMatch(metric -> metric.label().equals(name)));
            boolean learned = (key.startsWith("setting.") || key.startsWith("trained."))
                    && Arrays.stream(name.split("_", -1)).allMatch(word -> engine.contains('"' + word));
            if (field || learned) {
                named.add(key);
            }
        }
        return named;
    }

    private static Map<String, String> bundle() {
        Map<String, String> all = new TreeMap<>();
        for (String name : Words.bundles()) {
            ResourceBundle part = ResourceBundle.getBundle(name, Locale.ROOT);
            part.keySet().forEach(key -> all.put(key, part.getString(key)));
        }
        return all;
    }

    private static String text(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).map(MessageBundleTest::read).collect(Collectors.joining("\n"));
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
}
