package dev.upswell.people;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedSet;

/// What the videos of this world are about, and the words that people of four languages have for it.
///
/// Sixteen topics hold eight subjects each; a subject's number divided by eight is its topic's.
final class WordLists {

    /// Subjects a topic holds.
    static final int SUBJECTS_A_TOPIC = 8;

    /// The lists, read once.
    static final WordLists READ = new WordLists();

    private static final int FIRST_TONGUE = 2;

    private final List<String> topics;
    private final List<String> subjects = new ArrayList<>();
    private final List<List<List<String>>> terms = new ArrayList<>();
    private final Map<String, List<List<String>>> tags = new HashMap<>();
    private final Map<String, List<String>> captions = new HashMap<>();

    private WordLists() {
        SequencedSet<String> names = new LinkedHashSet<>();
        for (String[] row : rows("subjects.tsv")) {
            names.add(row[0]);
            subjects.add(row[1]);
            terms.add(byTongue(row, FIRST_TONGUE));
        }
        topics = List.copyOf(names);
        for (String[] row : rows("topics.tsv")) {
            tags.put(row[0], byTongue(row, 1));
        }
        for (String[] row : rows("captions.tsv")) {
            captions.put(row[0] + ' ' + row[1], List.of(row).subList(2, row.length));
        }
    }

    int topics() {
        return topics.size();
    }

    int subjects() {
        return subjects.size();
    }

    static int topicOf(int subject) {
        return subject / SUBJECTS_A_TOPIC;
    }

    String topic(int number) {
        return topics.get(number);
    }

    /// As the truth names it: topic and subject.
    String subject(int number) {
        return topic(topicOf(number)) + '/' + subjects.get(number);
    }

    /// What this subject is called in this language, the usual word first.
    List<String> terms(int subject, Tongue tongue) {
        return terms.get(subject).get(tongue.ordinal());
    }

    /// Words for a whole topic.
    List<String> tags(int topic, Tongue tongue) {
        return found(tags, topic(topic)).get(tongue.ordinal());
    }

    /// How captions of this form go, with `{a}` for a subject and `{b}` for another.
    List<String> captions(Form form, Tongue tongue) {
        return found(captions, tongue.code() + ' ' + form.label());
    }

    /// Captions that tell nothing.
    List<String> vague(Tongue tongue) {
        return found(captions, tongue.code() + " vague");
    }

    /// Hashtags that stand below anything.
    List<String> general(Tongue tongue) {
        return found(captions, tongue.code() + " general");
    }

    private static <T> T found(Map<String, T> lists, String key) {
        return Objects.requireNonNull(lists.get(key), key);
    }

    private static List<List<String>> byTongue(String[] row, int first) {
        return Arrays.stream(row, first, first + Tongue.values().length).map(cell -> List.of(cell.split(";")))
                .toList();
    }

    private static List<String[]> rows(String name) {
        try (InputStream in = Objects.requireNonNull(WordLists.class.getResourceAsStream(name), name);
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().map(line -> line.split("\t")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
