package dev.upswell.taste;

import dev.upswell.language.Cleaning;
import dev.upswell.language.TextTokens;
import dev.upswell.taste.SearchQuery.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes at most ten queries from what somebody likes: four broad, four narrow, two of form.
///
/// None equals another after folding, none speaks of a sensitive topic, and each has a word of its category. For a stranger they come from the
/// largest categories.
public final class QueryMaking {

    private static final int BROAD = 4;
    private static final int NARROW = 4;
    private static final int FORM = 2;
    /// Ways in which videos are made, in several languages, the usual ones first.
    private static final List<String> FORMS = List.of("tutorial", "review", "recipe", "day in my life", "vlog",
            "unboxing",
            "challenge", "tips", "before and after", "haul", "pov", "asmr", "mukbang", "resep", "cara", "keseharian",
            "hướng dẫn", "công thức", "rezept", "anleitung");

    private final SensitiveTopics sensitive;
    private final List<SearchQuery> made = new ArrayList<>();
    private final Set<String> said = new HashSet<>();

    private QueryMaking(SensitiveTopics sensitive) {
        this.sensitive = sensitive;
    }

    /// Queries for a profile.
    ///
    /// @param texts of the person's items, by which words that stand together are known
    public static List<SearchQuery> of(Profile profile, Taxonomy taxonomy, List<String> texts,
            SensitiveTopics sensitive) {
        List<Category> liked = profile.affinities().stream()
                .flatMap(affinity -> taxonomy.find(affinity.tag()).stream()).toList();
        List<Category> from = liked.isEmpty() ? Newcomer.categories(taxonomy, sensitive) : liked;
        QueryMaking making = new QueryMaking(sensitive);
        List<TextTokens> read = texts.stream().map(TextTokens::of).toList();
        making.broad(from);
        making.narrow(from, read);
        making.forms(from, read);
        return List.copyOf(making.made);
    }

    private void broad(List<Category> from) {
        for (Category category : from) {
            add(category.tag().replace('_', ' '), Kind.BROAD, List.of(category.tag()), BROAD);
        }
    }

    /// Where two interests meet in what the person likes; then parts of single ones.
    private void narrow(List<Category> from, List<TextTokens> texts) {
        for (int i = 0; i < from.size(); i++) {
            for (Category other : from.subList(i + 1, from.size())) {
                if (made(Kind.NARROW) >= NARROW) {
                    return;
                }
                meeting(from.get(i), other, texts);
            }
        }
        for (int place = 1; place < 4; place++) {
            for (Category category : from) {
                List<String> words = category.keywords();
                if (words.size() > place) {
                    add(words.getFirst() + " " + words.get(place), Kind.NARROW, List.of(category.tag()), NARROW);
                }
            }
        }
    }

    private void meeting(Category one, Category other, List<TextTokens> texts) {
        for (String word : one.keywords()) {
            TextTokens first = TextTokens.of(word);
            List<TextTokens> met = texts.stream().filter(text -> text.contains(first)).toList();
            for (String second : met.isEmpty() ? List.<String>of() : other.keywords()) {
                TextTokens beside = TextTokens.of(second);
                if (!word.equals(second) && met.stream().anyMatch(text -> text.contains(beside))) {
                    add(word + " " + second, Kind.NARROW, List.of(one.tag(), other.tag()), NARROW);
                    return;
                }
            }
        }
    }

    /// The forms that the person's items have most often, with the strongest categories.
    private void forms(List<Category> from, List<TextTokens> texts) {
        Map<String, Long> counts = new TreeMap<>();
        FORMS.forEach(form -> counts.put(form,
                texts.stream().filter(text -> text.contains(TextTokens.of(form))).count()));
        List<String> forms = FORMS.stream()
                .sorted(Comparator.comparingLong((String form) -> counts.getOrDefault(form, 0L)).reversed()).toList();
        for (int i = 0; i < from.size() && i < forms.size(); i++) {
            Category category = from.get(i);
            add(category.keywords().isEmpty() ? category.tag().replace('_', ' ') : category.keywords().getFirst(),
                    forms.get(i), category.tag());
        }
    }

    private void add(String word, String form, String tag) {
        if (!TextTokens.of(word).contains(TextTokens.of(form))) {
            add(word + " " + form, Kind.FORM, List.of(tag), FORM);
        }
    }

    private long made(Kind kind) {
        return made.stream().filter(one -> one.kind() == kind).count();
    }

    private void add(String text, Kind kind, List<String> tags, int most) {
        if (made(kind) < most && sensitive.of(TextTokens.of(text)).isEmpty() && said.add(Cleaning.folded(text))) {
            made.add(new SearchQuery(text, kind, tags));
        }
    }
}
