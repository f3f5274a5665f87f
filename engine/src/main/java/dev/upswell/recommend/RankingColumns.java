package dev.upswell.recommend;

import dev.upswell.taste.Profile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What a learned ranker sees of a candidate: the parts of the formula, the person's habits, and the place.
///
/// Age, views and the way by which it was found are left out: logs tell of them what the platform chose to show, and not what people like.
///
/// A value that is unknown is `NaN`, as the tree library reads it; nowhere else.
public final class RankingColumns {

    /// Raised when columns change; models of another set are not asked.
    public static final int VERSION = 3;

    /// The columns in their order.
    public static final List<String> NAMES = List.of("categories", "meaning", "quality",
            "short taste", "likeness of tastes", "best category", "categories of it", "author", "language", "growth",
            "seconds", "seconds from usual", "likes per view", "comments per view",
            "shares per view", "reactions", "kept categories", "words of late", "all words of late", "words",
            "all words", "category leaning of late", "category leaning", "author leaning", "language leaning",
            "author's rate", "audience of late", "audience", "worth", "author's worth", "own worth of author", "place");

    private final Profile profile;
    private final Habits habits;
    private final Relevance relevance;
    private final OptionalDouble likenessOfTastes;
    private final float reactions;

    private RankingColumns(Profile profile, Habits habits) {
        this.profile = profile;
        this.habits = habits;
        relevance = Relevance.to(profile);
        reactions = (float) Math.log1p(habits.reactions());
        likenessOfTastes = Relevance.likeness(profile.shortTaste(), profile.longTaste());
    }

    /// Columns for this person.
    public static RankingColumns of(Profile profile, Habits habits) {
        return new RankingColumns(profile, habits);
    }

    /// The rows of these candidates, one after the other, each at the first place: that is how they are scored.
    ///
    /// @param quality among them
    public float[] rows(List<Candidate> candidates, EngagementQuality quality) {
        float[] rows = new float[candidates.size() * NAMES.size()];
        for (int i = 0; i < candidates.size(); i++) {
            Candidate candidate = candidates.get(i);
            fill(rows, i * NAMES.size(), candidate, quality.of(candidate.counts()), 1);
        }
        return rows;
    }

    /// The row of a candidate that was shown at this place, from 1: that is what is learnt from.
    public float[] row(Candidate candidate, FinalScore score, int place) {
        float[] row = new float[NAMES.size()];
        fill(row, 0, candidate, score.engagement(), place);
        return row;
    }

    private void fill(float[] rows, int from, Candidate candidate, OptionalDouble engagement, int place) {
        int at = from;
        rows[at++] = known(relevance.byCategories(candidate.categories()));
        rows[at++] = known(relevance.byMeaning(candidate.vector()));
        rows[at++] = known(engagement);
        rows[at++] = known(Relevance.likeness(profile.shortTaste(), candidate.vector()));
        rows[at++] = known(likenessOfTastes);
        Set<String> categories = candidate.categories();
        rows[at++] = categories == null ? Float.NaN : best(categories);
        rows[at++] = categories == null ? Float.NaN : categories.size();
        rows[at++] = share(candidate.creator(), habits.authors());
        rows[at++] = share(candidate.form().language(), habits.languages());
        rows[at++] = known(candidate.form().growth());
        rows[at++] = known(candidate.form().seconds());
        rows[at++] = fromUsual(candidate.form().seconds());
        Candidate.Tally counts = candidate.counts();
        rows[at++] = perView(counts.likes(), counts.views());
        rows[at++] = perView(counts.comments(), counts.views());
        rows[at++] = perView(counts.shares(), counts.views());
        rows[at++] = reactions;
        rows[at++] = profile.affinities().size();
        at = leanings(rows, at, candidate);
        rows[at++] = known(candidate.form().authorRate());
        Candidate.Audience audience = candidate.form().audience();
        rows[at++] = known(audience.late());
        rows[at++] = known(audience.overall());
        rows[at++] = known(audience.worth());
        rows[at++] = known(audience.authorWorth());
        rows[at++] = known(candidate.creator() == null ? null : habits.authorWorths().get(candidate.creator()));
        rows[at] = place;
    }

    private float best(Set<String> categories) {
        double best = 0;
        for (String tag : categories) {
            best = Math.max(best, relevance.affinity(tag));
        }
        return (float) best;
    }

    private int leanings(float[] rows, int from, Candidate candidate) {
        int at = from;
        Leanings leanings = habits.leanings();
        for (float told : leanings.words(candidate.form().words())) {
            rows[at++] = told;
        }
        Set<String> categories = candidate.categories() == null ? Set.of() : candidate.categories();
        for (float told : leanings.strongest(Leanings.Kind.CATEGORY, categories)) {
            rows[at++] = told;
        }
        rows[at++] = leanings.to(Leanings.Kind.AUTHOR, candidate.creator());
        rows[at++] = leanings.to(Leanings.Kind.LANGUAGE, candidate.form().language());
        return at;
    }

    private static float known(OptionalDouble value) {
        return value.isPresent() ? (float) value.getAsDouble() : Float.NaN;
    }

    private static float known(@Nullable Double value) {
        return value == null ? Float.NaN : value.floatValue();
    }

    /// 0 for what the person never liked anything of, unknown where nothing is known of the person or the video.
    private static float share(@Nullable String name, Map<String, Double> shares) {
        return name == null || shares.isEmpty() ? Float.NaN : shares.getOrDefault(name, 0.0).floatValue();
    }

    private float fromUsual(@Nullable Double seconds) {
        Double usual = habits.usualSeconds();
        return usual == null || seconds == null || seconds <= 0
                ? Float.NaN
                : (float) Math.abs(Math.log(seconds / usual));
    }

    private static float perView(@Nullable Long count, @Nullable Long views) {
        return count == null || views == null || views <= 0 ? Float.NaN : (float) count / views;
    }

    /// Candidates in the order of a ranker, their scores as odds beside the best of the request: the best has 1, and one that the trees would
    /// put behind it in two of three cases has a half.
    ///
    /// @param scoring what tells the parts of the formula of those that are shown
    /// @param margins of the ranker, one a candidate
    public static List<Ranked> ranked(List<Candidate> candidates, FinalScore.Scoring scoring, double[] margins) {
        double most = Double.NEGATIVE_INFINITY;
        for (double margin : margins) {
            most = Math.max(most, margin);
        }
        List<Ranked> ranked = new ArrayList<>(margins.length);
        for (int i = 0; i < margins.length; i++) {
            ranked.add(Ranked.of(candidates.get(i), scoring, Math.exp(margins[i] - most)));
        }
        return ranked;
    }
}
