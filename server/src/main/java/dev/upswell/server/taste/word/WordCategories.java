package dev.upswell.server.taste.word;

import dev.upswell.grounding.Evidence;
import dev.upswell.grounding.Fact;
import dev.upswell.grounding.Failure;
import dev.upswell.grounding.Rule;
import dev.upswell.grounding.Verdict;
import dev.upswell.language.TextTokens;
import dev.upswell.server.wording.Matter;
import dev.upswell.server.wording.Purpose;
import dev.upswell.server.wording.Worded;
import dev.upswell.server.wording.Wording;
import dev.upswell.taste.Category;
import dev.upswell.taste.SensitiveTopics;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taxonomy.LooseWords;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks which words belong to which category, and takes what the texts bear out.
final class WordCategories {

    /// So many words are asked about at most, in parts of what an answer may have sentences for.
    private static final int MOST = 120;
    /// So many further words a category has at most.
    private static final int EACH = 8;
    private static final Pattern PAIR = Pattern.compile("(\\S+) = (\\S+)");

    private final Wording wording;
    private final InstantSource clock;
    private final SensitiveTopics sensitive;
    private final List<String> notes = new ArrayList<>();

    WordCategories(Wording wording, InstantSource clock, SensitiveTopics sensitive) {
        this.wording = wording;
        this.clock = clock;
        this.sensitive = sensitive;
    }

    /// Who put how many words to categories.
    List<String> notes() {
        return List.copyOf(notes);
    }

    /// Further words by the tag of their category; none of sensitive topics.
    Map<String, List<String>> of(Taxonomy made, LooseWords loose, Locale language) {
        List<Category> told = made.categories().stream().filter(one -> sensitive.of(one).isEmpty()).toList();
        List<String> words = loose.most(MOST).stream()
                .filter(word -> sensitive.of(TextTokens.of(word)).isEmpty()).toList();
        Map<String, List<String>> mapped = new TreeMap<>();
        Set<String> models = new HashSet<>();
        int part = Purpose.CATEGORY_WORDS.schema().mostSentences();
        int put = 0;
        for (int from = 0; from < words.size() && !told.isEmpty(); from += part) {
            Asked asked = new Asked(words.subList(from, Math.min(words.size(), from + part)), told, loose);
            Worded worded = wording.write(new Matter(Purpose.CATEGORY_WORDS, asked.evidence(clock), language, null,
                    List.of(), 1, asked::judged));
            String model = worded.model();
            if (model == null) {
                continue;
            }
            for (String sentence : asked.held(worded.sentences())) {
                String[] pair = sentence.split(" = ");
                List<String> own = mapped.computeIfAbsent(pair[1], tag -> new ArrayList<>());
                if (own.size() < EACH) {
                    own.add(pair[0]);
                    models.add(model);
                    put++;
                }
            }
        }
        notes.add(put == 0
                ? "No language model put a word to a category that its texts bear out."
                : "%s put %d of %d further words to categories whose texts bear it out.".formatted(
                        String.join(", ", models), put, words.size()));
        return mapped;
    }

    /// One question.
    private record Asked(List<String> words, List<Category> categories, LooseWords loose) {

        Evidence evidence(InstantSource clock) {
            List<Fact> facts = new ArrayList<>();
            words.forEach(word -> facts.add(Fact.named("w" + (facts.size() + 1), null, "word", word, null)));
            categories.forEach(one -> facts.add(Fact.named("c" + (facts.size() + 1), one.tag(),
                    "keywords of the category", String.join(", ", one.keywords()), null)));
            return Evidence.of(facts, clock.instant());
        }

        /// A word counts once, with the first category that it was put to.
        Verdict judged(List<String> sentences) {
            Set<String> seen = new HashSet<>();
            return new Verdict(sentences.stream()
                    .map(one -> new Verdict.Sentence(one, wrong(one, seen).map(List::of).orElse(List.of()))).toList());
        }

        List<String> held(List<String> sentences) {
            return judged(sentences).sentences().stream().filter(Verdict.Sentence::holds).map(Verdict.Sentence::text)
                    .toList();
        }

        private Optional<Failure> wrong(String sentence, Set<String> seen) {
            Matcher pair = PAIR.matcher(sentence);
            if (!pair.matches()) {
                return Optional.of(new Failure(Rule.NOTHING_TOLD, sentence));
            }
            boolean known = words.contains(pair.group(1))
                    && categories.stream().anyMatch(one -> one.tag().equals(pair.group(2)));
            return known && loose.borne(pair.group(1), pair.group(2)) && seen.add(pair.group(1))
                    ? Optional.empty()
                    : Optional.of(new Failure(Rule.NAME, sentence));
        }
    }
}
