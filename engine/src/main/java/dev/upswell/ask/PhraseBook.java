package dev.upswell.ask;

import dev.upswell.ask.Question.Word;
import dev.upswell.content.EntityKind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/// The phrases of both languages and what they stand for, from `phrases.tsv`: measures, kinds, spans, cues, numbers and words without
/// content of their own.
final class PhraseBook {

    static final PhraseBook USUAL = read();

    private static final int LONGEST = 6;

    private final Map<Language, Map<String, Slot>> phrases;
    private final Map<Language, Map<String, Integer>> marks;
    private final Set<String> particles;

    private PhraseBook(Map<Language, Map<String, Slot>> phrases, Map<Language, Map<String, Integer>> marks,
            Set<String> particles) {
        this.phrases = phrases;
        this.marks = marks;
        this.particles = Set.copyOf(particles);
    }

    /// A phrase found in a question.
    ///
    /// @param words how many it takes
    record Found(Slot slot, int words) {
    }

    private static PhraseBook read() {
        Map<Language, Map<String, Slot>> phrases = Map.of(Language.ENGLISH, new HashMap<>(), Language.INDONESIAN,
                new HashMap<>());
        Map<Language, Map<String, Integer>> marks = Map.of(Language.ENGLISH, new HashMap<>(), Language.INDONESIAN,
                new HashMap<>());
        Set<String> particles = new HashSet<>();
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PhraseBook.class.getResourceAsStream("phrases.tsv")), StandardCharsets.UTF_8))) {
            in.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                String[] parts = line.split("\t", 4);
                if (parts[0].equals("particle")) {
                    particles.addAll(List.of(parts[3].split("\\|", -1)));
                }
                Slot slot = slot(parts[0], parts[1]);
                for (Language language : parts[0].equals("mark") ? new Language[0] : Language.values()) {
                    // Indonesians ask with English words among theirs, the other way round nobody does.
                    if (language == Language.INDONESIAN || parts[2].equals(language.code())) {
                        add(phrases, language, parts, slot);
                    }
                }
                Language own = Language.find(parts[2]).orElseThrow();
                for (String phrase : parts[3].split("\\|", -1)) {
                    for (String word : phrase.split(" ", -1)) {
                        in(own, marks).merge(word, 1, Integer::sum);
                    }
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PhraseBook(phrases, marks, particles);
    }

    private static void add(Map<Language, Map<String, Slot>> phrases, Language language, String[] parts, Slot slot) {
        for (String phrase : parts[3].split("\\|", -1)) {
            boolean own = parts[2].equals(language.code());
            if (own) {
                in(language, phrases).put(phrase, slot);
            } else {
                in(language, phrases).putIfAbsent(phrase, slot);
            }
        }
    }

    private static <V> Map<String, V> in(Language language, Map<Language, Map<String, V>> all) {
        return Objects.requireNonNull(all.get(language));
    }

    private static Slot slot(String sort, String meaning) {
        return switch (sort) {
            case "measure" -> new Slot.Measured(Measure.valueOf(meaning.toUpperCase(Locale.ROOT)));
            case "kind" -> new Slot.Kind(EntityKind.of(meaning));
            case "span" -> new Slot.Span(Integer.parseInt(meaning));
            case "ahead" -> new Slot.Ahead(Integer.parseInt(meaning));
            case "now" -> new Slot.Now();
            case "number" -> new Slot.Count(Integer.parseInt(meaning));
            case "cue" -> new Slot.Wanted(Cue.valueOf(meaning.toUpperCase(Locale.ROOT)));
            case "filler", "particle", "mark" -> new Slot.Filler();
            default -> throw new IllegalArgumentException("phrases.tsv knows no sort \"" + sort + "\"");
        };
    }

    /// The longest phrase that begins here.
    Optional<Found> at(List<Word> words, int from, Language language) {
        for (int length = Math.min(LONGEST, words.size() - from); length > 0; length--) {
            List<Word> part = words.subList(from, from + length);
            if (part.stream().noneMatch(Word::quoted)) {
                Slot slot = in(language, phrases).get(String.join(" ", part.stream().map(Word::plain).toList()));
                if (slot != null) {
                    return Optional.of(new Found(slot, length));
                }
            }
        }
        return Optional.empty();
    }

    /// Whether a word only colours what is said and may stand within any phrase, such as "sih".
    boolean isParticle(Word word) {
        return !word.quoted() && particles.contains(word.plain());
    }

    /// The number that a word says, in figures or in words; -1 for anything else.
    int counted(Word word) {
        return word.number() >= 0 ? word.number() : word.quoted() ? -1 : counted(word.plain());
    }

    int counted(String plain) {
        return in(Language.INDONESIAN, phrases).get(plain) instanceof Slot.Count(int number) ? number : -1;
    }

    /// Whether a word stands in any phrase.
    boolean holds(String word) {
        return in(Language.ENGLISH, marks).containsKey(word) || in(Language.INDONESIAN, marks).containsKey(word);
    }

    /// Whether a word is a phrase of either language as it stands.
    boolean knows(String word) {
        return in(Language.INDONESIAN, phrases).containsKey(word);
    }

    /// The language whose words there are more of; English where neither has more.
    Language languageOf(List<Word> words) {
        int indonesian = 0;
        for (Word word : words) {
            boolean en = in(Language.ENGLISH, marks).containsKey(word.plain());
            boolean id = in(Language.INDONESIAN, marks).containsKey(word.plain());
            indonesian += id == en ? 0 : id ? 1 : -1;
        }
        return indonesian > 0 ? Language.INDONESIAN : Language.ENGLISH;
    }
}
