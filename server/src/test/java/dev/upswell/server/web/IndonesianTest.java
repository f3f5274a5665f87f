package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Indonesian texts say what the English ones do, with the same numbers in them, and in Indonesian.
class IndonesianTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    /// Where a number or a word of the page stands; a choice only chooses.
    private static final Pattern SHOWN = Pattern.compile("\\{(\\d+)(?:,number[^}]*)?}");

    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    private static final Pattern STRAIGHT_APOSTROPHE = Pattern.compile("(?<!['{}])'(?!['{}])");

    /// What stays as it is in every language: commands, quotations, arguments, names with dots, lines or slashes in them.
    private static final Pattern NO_WORDS = Pattern
            .compile("`[^`]*`|“[^”]*”|\\{[^}]*}|[\\w-]+[._/][\\w./-]+|/\\S+|\\w+ Center|Discover page");

    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");

    /// Words that are in nearly every English sentence, or are the nouns of these pages, and are no Indonesian words.
    private static final Set<String> ENGLISH = Set.of("""
        the of and is are was were with for from this that not its it to by when which what who how many than more
        less few fewer yet only there here be cannot can may must will would first before after over under between
        each every any all some other others such view views likes comments posts followers follower hashtag hashtags
        sound sounds creator creators growth forecast forecasts surge surges readings reading day days hour hours
        week weeks source sources none yes their they as if so then now into out no has have had been on in at or
        page pages row rows show search found known new own until still while since against"""
            .split("\\s+"));

    /// Lists of the English names that columns of files have, and words that programs take.
    private static final Pattern NAMES_OF_COLUMNS = Pattern
            .compile(
                    "format\\..*\\.means|problem\\.kind|fyp\\.rules\\.how\\.text|problem\\.scorecard\\.since|live\\.subject\\.example");

    private final Map<String, String> english = texts("");
    private final Map<String, String> indonesian = texts("_id");

    @Test
    void everythingIsSaidInBothLanguages() {
        assertThat(english).isNotEmpty();
        assertThat(english.keySet().stream().filter(key -> !indonesian.containsKey(key))).as("without Indonesian")
                .isEmpty();
        assertThat(indonesian.keySet().stream().filter(key -> !english.containsKey(key))).as("without English")
                .isEmpty();
    }

    @Test
    void theSameNumbersStandInBothLanguages() {
        assertThat(indonesian.keySet().stream()
                .filter(key -> !found(SHOWN, indonesian.get(key)).equals(found(SHOWN, english.get(key)))
                        || !found(ARGUMENT, english.get(key)).containsAll(found(ARGUMENT, indonesian.get(key)))))
                .isEmpty();
    }

    @Test
    void whatIsSaidInOneLanguageIsSaidInTheOther() {
        assertThat(indonesian.keySet().stream()
                .filter(key -> indonesian.get(key).isBlank() != english.get(key).isBlank())).isEmpty();
    }

    /// A straight one would begin a quotation of the pattern and swallow its arguments.
    @Test
    void apostrophesAreTypographic() {
        assertThat(indonesian.keySet().stream().filter(key -> STRAIGHT_APOSTROPHE.matcher(indonesian.get(key)).find()))
                .isEmpty();
    }

    @Test
    void commandsAreTheSameInBothLanguages() {
        assertThat(indonesian.keySet().stream()
                .filter(key -> indonesian.get(key).split("`", -1).length != english.get(key).split("`", -1).length))
                .isEmpty();
    }

    @Test
    void noEnglishIsLeft() {
        Map<String, Set<String>> left = new TreeMap<>();
        for (String key : indonesian.keySet()) {
            Set<String> words = WORD.matcher(NO_WORDS.matcher(indonesian.get(key)).replaceAll(" ")).results()
                    .map(word -> word.group().toLowerCase(Locale.ROOT)).filter(ENGLISH::contains)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (!words.isEmpty() && !NAMES_OF_COLUMNS.matcher(key).matches()) {
                left.put(key, words);
            }
        }

        assertThat(left).isEmpty();
    }

    private static Set<String> found(Pattern argument, String text) {
        return argument.matcher(text).results().map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String ending) {
        Map<String, String> all = new TreeMap<>();
        for (String bundle : Words.bundles()) {
            var texts = new Properties();
            try (Reader file = Files.newBufferedReader(RESOURCES.resolve(bundle + ending + ".properties"))) {
                texts.load(file);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        }
        return all;
    }
}
