package dev.upswell.taxonomy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Which terms set a group of texts apart from the others.
///
/// A term tells by the share of the group's texts that it is in, times the logarithm of how much more often it is there than elsewhere. It
/// stands in two texts of the group at least; where authors are known, of two authors, and the share of authors counts where that is
/// smaller, so that a campaign of few names no category. A word that mostly stands in one pair leaves it to the pair.
final class GroupTerms {

    private static final int LEAST_TEXTS = 2;
    private static final double LEAST_SHARE = .015;
    private static final int HOLDING = 8;
    /// Hashtags were chosen to name a subject; pairs of words say more than one.
    private static final double HASHTAG = 1.5;
    private static final double PAIR = 1.25;
    /// Hashtags with the platform's name are about being there.
    private static final String PLATFORM = "tiktok";
    private static final double OF_THE_PLATFORM = .5;

    private final List<ReadText> texts;
    private final Map<String, Integer> everywhere = new HashMap<>();
    private final Set<String> hashtags = new HashSet<>();
    private final Set<String> nothing;

    /// @param nothing hashtags that stand under everything
    GroupTerms(List<ReadText> texts, Set<String> nothing) {
        this.texts = texts;
        this.nothing = nothing;
        for (ReadText text : texts) {
            text.terms().forEach(term -> everywhere.merge(term, 1, Integer::sum));
            hashtags.addAll(text.hashtags());
        }
    }

    private record Told(String term, double telling) {
    }

    /// The most telling terms of these texts, the best first; of spellings of one term the best.
    List<String> of(List<ReadText> group, int most) {
        Map<String, Integer> inside = new HashMap<>();
        Map<String, Set<String>> authors = new HashMap<>();
        Set<String> all = new HashSet<>();
        for (ReadText text : group) {
            if (text.author() != null) {
                all.add(text.author());
            }
            for (String term : text.terms()) {
                inside.merge(term, 1, Integer::sum);
                if (text.author() != null) {
                    authors.computeIfAbsent(term, key -> new HashSet<>()).add(text.author());
                }
            }
        }
        Set<String> parts = PartsOfPairs.among(inside);
        List<Told> told = new ArrayList<>();
        inside.forEach((term, count) -> {
            int by = authors.getOrDefault(term, Set.of()).size();
            if (count >= Math.max(LEAST_TEXTS, LEAST_SHARE * group.size()) && (all.isEmpty() || by > 1)
                    && !nothing.contains(term) && !parts.contains(term)) {
                double texts = (double) count / group.size();
                double telling = telling(term, count, group.size(),
                        all.isEmpty() ? texts : Math.min(texts, (double) by / all.size()));
                if (telling > 0) {
                    told.add(new Told(term, telling));
                }
            }
        });
        told.sort(Comparator.comparingDouble(Told::telling).reversed().thenComparing(Told::term));
        return unlike(told.stream().map(Told::term).toList(), most);
    }

    /// @param here the share of the group that has it
    private double telling(String term, int inside, int group, double here) {
        double others = Math.max(1, texts.size() - group);
        double elsewhere = (everywhere.getOrDefault(term, inside) - inside + .5) / (others + 1);
        return here * StrictMath.log(here / elsewhere) * kind(term);
    }

    private double kind(String term) {
        if (term.contains(PLATFORM)) {
            return OF_THE_PLATFORM;
        }
        return term.indexOf(' ') >= 0 ? PAIR : hashtags.contains(term) ? HASHTAG : 1;
    }

    /// Whether one of these terms holds a group together: it stands in one of eight of its texts.
    static boolean hold(List<String> terms, List<ReadText> group) {
        return terms.stream().anyMatch(term -> group.stream().filter(text -> text.terms().contains(term)).count()
                * HOLDING >= group.size());
    }

    private static List<String> unlike(List<String> terms, int most) {
        List<String> kept = new ArrayList<>();
        Set<String> bare = new HashSet<>();
        for (String term : terms) {
            boolean part = kept.stream().anyMatch(other -> (" " + other + " ").contains(" " + term + " "));
            if (kept.size() < most && !part && bare.add(bare(term))) {
                kept.add(term);
            }
        }
        return kept;
    }

    /// The letters of a term without marks and blanks, by which spellings of one are known: `đà lạt` is `dalat`.
    static String bare(String term) {
        return Normalizer.normalize(term.toLowerCase(Locale.ROOT), Normalizer.Form.NFD).replace("đ", "d")
                .codePoints().filter(c -> Character.isLetterOrDigit(c) || isMarkOfUnspaced(c))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /// Marks are no ornament in scripts that write vowels with them.
    private static boolean isMarkOfUnspaced(int codePoint) {
        return Character.getType(codePoint) == Character.NON_SPACING_MARK
                && Character.UnicodeScript.of(codePoint) != Character.UnicodeScript.INHERITED;
    }
}
