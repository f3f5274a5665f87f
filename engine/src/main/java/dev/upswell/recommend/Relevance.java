package dev.upswell.recommend;

import dev.upswell.embed.Vector;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How much a video is to a person's taste: 0.4 by what it is tagged with, 0.4 by meaning, 0.2 by the way it was found.
///
/// Tagged by words, hashtags among them, where the person's leanings to words are known and the video says any ([Leanings]); else by
/// categories, which are too coarse to tell videos of one apart: ordered by them, the own later posts of 121 creators had an NDCG@10 of
/// 0.62, by words 0.94 (`benchmarks/next-posts.sh`).
///
/// Categories: the affinities of the video's own ones as a share of as many of the person's strongest, so that a video of just what a
/// person likes most has 1. Meaning: (cosine + 1) / 2 to what the person liked of all times. Both are unknown of strangers.
public final class Relevance {

    /// The terms by name.
    public static final String WORDS = "words";
    public static final String CATEGORIES = "categories";
    public static final String MEANING = "meaning";
    public static final String WAY = "way found";

    private final Map<String, Double> affinities = new HashMap<>();
    private final double[] best;
    private final Vector taste;
    private final Leanings leanings;

    private Relevance(Profile profile, Leanings leanings) {
        this.leanings = leanings;
        List<Affinity> strongest = profile.affinities();
        strongest.forEach(affinity -> affinities.put(affinity.tag(), affinity.affinity()));
        best = new double[strongest.size() + 1];
        for (int i = 0; i < strongest.size(); i++) {
            best[i + 1] = best[i] + strongest.get(i).affinity();
        }
        taste = profile.longTaste();
    }

    /// Relevance to this person, worked out once for many videos.
    public static Relevance to(Profile profile) {
        return to(profile, Leanings.NONE);
    }

    /// Relevance to this person, who leans to these words.
    public static Relevance to(Profile profile, Leanings leanings) {
        return new Relevance(profile, leanings);
    }

    /// The relevance of a video. Where words tell, categories stand beside them with no weight.
    public Score of(Candidate candidate) {
        OptionalDouble words = leanings.match(candidate.form().words());
        Score.Term meaning = new Score.Term(MEANING, 0.4, byMeaning(candidate.vector()));
        Score.Term way = Score.Term.known(WAY, 0.2, candidate.way().boost());
        OptionalDouble categories = byCategories(candidate.categories());
        return words.isPresent()
                ? Score.of(new Score.Term(WORDS, 0.4, words), new Score.Term(CATEGORIES, 0, categories), meaning, way)
                : Score.of(new Score.Term(CATEGORIES, 0.4, categories), meaning, way);
    }

    /// (cosine + 1) / 2 to what the person liked of all times; unknown of strangers.
    OptionalDouble byMeaning(@Nullable Vector vector) {
        return likeness(taste, vector);
    }

    /// The affinities of the video's categories as a share of as many of the person's strongest, 0 to 1; unknown of strangers.
    OptionalDouble byCategories(@Nullable Set<String> categories) {
        if (categories == null || affinities.isEmpty()) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (String category : categories) {
            sum += affinity(category);
        }
        double most = best[Math.min(categories.size(), best.length - 1)];
        return OptionalDouble.of(most > 0 ? Math.min(1, sum / most) : 0);
    }

    /// How much the person likes this category; 0 for one that is not kept.
    double affinity(String category) {
        Double affinity = affinities.get(category);
        return affinity == null ? 0 : affinity;
    }

    /// (cosine + 1) / 2; unknown where either says nothing, or where they are of different spaces.
    static OptionalDouble likeness(Vector taste, @Nullable Vector vector) {
        if (vector == null || vector.size() != taste.size() || vector.saysNothing() || taste.saysNothing()) {
            return OptionalDouble.empty();
        }
        return OptionalDouble.of((taste.likeness(vector) + 1) / 2);
    }
}
