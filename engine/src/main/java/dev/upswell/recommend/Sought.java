package dev.upswell.recommend;

import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Category;
import dev.upswell.taste.Profile;
import dev.upswell.taste.Taxonomy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What is looked for among all videos for a person.
///
/// @param vectors centres of the two strongest categories, and where the last likes lie; those that say nothing are left out
/// @param terms words of the eight strongest categories: by affinity, and the less the further down a keyword stands
public record Sought(List<Vector> vectors, Map<String, Float> terms) {

    private static final int CATEGORIES_ASKED = 2;
    private static final int CATEGORIES_IN_WORDS = 8;

    public Sought {
        vectors = List.copyOf(vectors);
        terms = Map.copyOf(terms);
    }

    /// What follows from a profile in the categories of its taxonomy.
    public static Sought of(Profile profile, Taxonomy taxonomy) {
        return new Sought(vectors(profile, taxonomy), terms(profile, taxonomy));
    }

    /// The same where it is known what the person turns to: their strongest categories of late, and the words that tell them from others.
    public static Sought of(Profile profile, Taxonomy taxonomy, Leanings leanings) {
        if (leanings.isEmpty()) {
            return of(profile, taxonomy);
        }
        List<Vector> vectors = new ArrayList<>();
        leanings.strongest(Leanings.Kind.CATEGORY).keySet().stream().limit(CATEGORIES_ASKED)
                .forEach(tag -> taxonomy.find(tag).map(Category::centre).ifPresent(vectors::add));
        vectors.add(profile.shortTaste());
        vectors.removeIf(Vector::saysNothing);
        return new Sought(vectors, leanings.strongest(Leanings.Kind.WORD));
    }

    private static List<Vector> vectors(Profile profile, Taxonomy taxonomy) {
        List<Vector> vectors = new ArrayList<>();
        profile.affinities().stream().limit(CATEGORIES_ASKED).forEach(
                affinity -> taxonomy.find(affinity.tag()).map(Category::centre).ifPresent(vectors::add));
        vectors.add(profile.shortTaste());
        vectors.removeIf(Vector::saysNothing);
        return vectors;
    }

    private static Map<String, Float> terms(Profile profile, Taxonomy taxonomy) {
        Map<String, Float> terms = new HashMap<>();
        for (Affinity affinity : profile.affinities().stream().limit(CATEGORIES_IN_WORDS).toList()) {
            List<String> keywords = taxonomy.find(affinity.tag()).map(Category::keywords).orElse(List.of());
            for (int i = 0; i < keywords.size(); i++) {
                float weight = (float) (affinity.affinity() / Math.sqrt(i + 1.0));
                for (Token token : TextTokens.of(keywords.get(i)).tokens()) {
                    if (weight > 0) {
                        terms.merge(token.text(), weight, Math::max);
                    }
                }
            }
        }
        return terms;
    }
}
