package dev.upswell.theme;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.FrequentWords;
import dev.upswell.language.TermUse;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds words for themes: those of the vocabulary that fit, else what sets a theme's captions apart.
///
/// A label from the vocabulary must have every one of its words among a theme's distinctive terms, in English or Indonesian, or within a
/// hashtag among them. Of those that fit, the one liked best by the theme's centre is taken. What fits none is proposed: its two most
/// distinctive terms, which a person has to approve.
public final class Naming {

    /// So many terms tell what a theme is about.
    public static final int TERMS = 15;

    private static final int LEAST_CREATORS = 2;
    private static final int PROPOSED_WORDS = 2;
    /// Shorter words are too easily part of a hashtag.
    private static final int LEAST_LETTERS = 4;
    private final LabelWords words;
    private final Embedder embedder;
    private final Map<String, Vector> spelt = new HashMap<>();

    public Naming(LabelWords words, Embedder embedder) {
        this.words = words;
        this.embedder = embedder;
    }

    /// A label.
    ///
    /// @param inVocabulary whether nobody has to approve it
    public record Label(String text, boolean inVocabulary) {
    }

    /// A member's text and whose it is.
    public record Member(TextTokens text, String creator) {
    }

    /// What sets each theme's captions apart from the others', the most distinctive first; terms of one creator are left out.
    ///
    /// @param members of each theme, by its id
    public static Map<Long, List<String>> terms(Map<Long, List<Member>> members) {
        Map<String, Integer> everywhere = new HashMap<>();
        Map<Long, Map<String, Integer>> within = new LinkedHashMap<>();
        int all = 0;
        for (Map.Entry<Long, List<Member>> theme : members.entrySet()) {
            Map<String, Integer> counts = new HashMap<>();
            Map<String, Set<String>> creators = new HashMap<>();
            for (Member member : theme.getValue()) {
                new HashSet<>(TermUse.terms(member.text())).forEach(term -> {
                    counts.merge(term, 1, Integer::sum);
                    everywhere.merge(term, 1, Integer::sum);
                    creators.computeIfAbsent(term, key -> new HashSet<>()).add(member.creator());
                });
            }
            counts.keySet().removeIf(
                    term -> creators.getOrDefault(term, Set.of()).size() < LEAST_CREATORS || Generic.is(term));
            within.put(theme.getKey(), counts);
            all += theme.getValue().size();
        }
        Map<Long, List<String>> terms = new LinkedHashMap<>();
        int texts = all;
        within.forEach((theme, counts) -> terms.put(theme, counts.keySet().stream()
                .sorted(Comparator
                        .comparingDouble((String term) -> -distinctive(counts.getOrDefault(term, 0),
                                members.getOrDefault(theme, List.of()).size(), everywhere.getOrDefault(term, 0), texts))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(TERMS).toList()));
        return terms;
    }

    /// How often a term stands in a theme, times how much oftener than elsewhere: the logarithm of the ratio of shares, by the share.
    private static double distinctive(int within, int theme, int everywhere, int all) {
        double share = (double) within / theme;
        double elsewhere = (everywhere - within + 1.0) / (all - theme + 1.0);
        return share * StrictMath.log(share / elsewhere);
    }

    /// The label of a theme, not one of those taken; empty where nothing sets it apart.
    public Optional<Label> of(Vector centre, List<String> terms, Set<String> taken) {
        Optional<String> known = words.entries().stream()
                .filter(entry -> !taken.contains(entry.label())
                        && (fits(entry.label(), terms) || entry.indonesian().filter(id -> fits(id, terms)).isPresent()))
                .map(LabelWords.Entry::label)
                .max(Comparator.comparingDouble((String label) -> spelt(label).likeness(centre))
                        .thenComparing(Comparator.reverseOrder()));
        return known.map(label -> new Label(label, true))
                .or(() -> proposed(terms).filter(label -> !taken.contains(label))
                        .map(label -> new Label(label, words.has(label))));
    }

    /// Whether a theme's terms have changed by so much that its label may change: fewer than half are shared, of either's.
    public static boolean outgrown(List<String> then, List<String> now) {
        Set<String> both = new LinkedHashSet<>(then);
        both.retainAll(now);
        Set<String> either = new LinkedHashSet<>(then);
        either.addAll(now);
        return !either.isEmpty() && both.size() < either.size() / 2.0;
    }

    private Vector spelt(String label) {
        return spelt.computeIfAbsent(label, embedder::vector);
    }

    /// Short frequent words such as "and" need not be there.
    private static boolean fits(String label, List<String> terms) {
        List<String> needed = TextTokens.of(label).of(Kind.WORD).stream()
                .filter(word -> word.length() >= LEAST_LETTERS || !FrequentWords.shipped().knows(word)).toList();
        boolean alone = needed.size() == 1;
        return !needed.isEmpty()
                && needed.stream().allMatch(word -> terms.stream().anyMatch(term -> has(term, word, alone)));
    }

    /// @param alone whether it is the only word of its label: then a hashtag must begin with it, else `liminalspaces` would be about space
    private static boolean has(String term, String word, boolean alone) {
        String stem = word.length() > LEAST_LETTERS && word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        List<String> words = List.of(term.split(" "));
        return words.contains(word) || words.contains(stem)
                || stem.length() >= LEAST_LETTERS && (alone ? term.startsWith(stem) : term.contains(stem));
    }

    private static Optional<String> proposed(List<String> terms) {
        List<String> chosen = new ArrayList<>();
        for (String term : terms) {
            if (chosen.size() == PROPOSED_WORDS) {
                break;
            }
            if (chosen.stream().noneMatch(other -> other.contains(term) || term.contains(other))) {
                chosen.add(term);
            }
        }
        return chosen.isEmpty() ? Optional.empty() : Optional.of(String.join(" · ", chosen));
    }
}
