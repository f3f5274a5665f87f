package dev.upswell.benchmarks.text;

import dev.upswell.benchmarks.text.HeldOutCaptions.Asked;
import dev.upswell.benchmarks.text.HeldOutCaptions.Read;
import dev.upswell.content.Counts;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.embed.Embedder;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.EngagementQuality;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Leanings;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.recommend.SeedScores;
import dev.upswell.recommend.Way;
import dev.upswell.taste.AffinityScoring;
import dev.upswell.taste.Person;
import dev.upswell.taste.Profile;
import dev.upswell.taste.SensitiveTopics;
import dev.upswell.taste.Source;
import dev.upswell.taste.TastedItem;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import dev.upswell.taxonomy.CategoryMaking;
import dev.upswell.taxonomy.SaidText;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/// Hashtags as the product would read them by the captions that they stand in: the midst of their vectors, its categories, and the words
/// that tell those captions from others. A caption that is asked is somebody who posted it.
final class ToldHashtags {

    private static final int CATEGORIES = 100;
    private static final long SEED = 20;
    private static final double USUAL_RATE = 0.05;
    /// As many as the product looks at where it tells what is usual.
    private static final int MOST_CAPTIONS = 20_000;

    private final AffinityScoring affinities;
    private final Taxonomy taxonomy;
    private final List<Candidate> candidates;
    private final List<Map<String, Float>> words;

    ToldHashtags(HeldOutCaptions captions, Embedder embedder) {
        affinities = new AffinityScoring(embedder, SensitiveTopics.shipped(embedder), USUAL_RATE);
        taxonomy = new CategoryMaking(
                new CategoryMaking.Settings(CATEGORIES, SEED, "hashed-" + HashedVectors.SIZE, Locale.ENGLISH),
                embedder).of(
                        captions.learnt().stream().limit(MOST_CAPTIONS)
                                .map(read -> new SaidText(read.text(), read.creator())).toList(),
                        null)
                .taxonomy();
        TextCategories categories = new TextCategories(taxonomy);
        Map<String, List<Read>> by = new HashMap<>();
        captions.learnt().forEach(read -> read.hashtags()
                .forEach(hashtag -> by.computeIfAbsent(hashtag, any -> new ArrayList<>()).add(read)));
        candidates = captions.hashtags().stream()
                .map(hashtag -> candidate(hashtag, by.getOrDefault(hashtag, List.of()), categories)).toList();
        Leanings.Usual usual = usual(captions.learnt());
        words = captions.hashtags().stream().map(hashtag -> words(by.getOrDefault(hashtag, List.of()), usual)).toList();
    }

    private static Candidate candidate(String hashtag, List<Read> captions, TextCategories categories) {
        double[] once = new double[captions.size()];
        Arrays.fill(once, 1);
        Vector midst = Vector.midst(captions.stream().map(Read::vector).toList(), once, HashedVectors.SIZE);
        Vector vector = midst.saysNothing() ? null : midst;
        return new Candidate(hashtag, null, null, null, Candidate.Tally.NONE,
                new HashSet<>(categories.of("#" + hashtag, vector)), vector, Way.VECTORS, Candidate.Form.UNKNOWN,
                Map.of());
    }

    private static Leanings.Usual usual(List<Read> captions) {
        Map<String, Double> shares = new HashMap<>();
        captions.forEach(read -> read.words()
                .forEach(word -> shares.merge(word, 1.0 / captions.size(), Double::sum)));
        return new Leanings.Usual(Map.of(Leanings.Kind.WORD, shares));
    }

    private static Map<String, Float> words(List<Read> captions, Leanings.Usual usual) {
        return Leanings.of(captions.stream()
                .map(read -> new Leanings.Act(Map.of(Leanings.Kind.WORD, read.words()), 1, Instant.EPOCH)).toList(),
                usual, Instant.EPOCH).strongest(Leanings.Kind.WORD);
    }

    /// Cosines to the captions in which each hashtag stands; 0 where a side says nothing.
    double[] likeness(Asked asked) {
        return scores(one -> one.vector() == null || asked.rest().vector().saysNothing()
                ? 0
                : asked.rest().vector().likeness(one.vector()));
    }

    /// How much the caption says of what tells captions of each hashtag.
    double[] sought(Asked asked) {
        return words.stream().mapToDouble(terms -> asked.rest().words().stream()
                .mapToDouble(word -> terms.getOrDefault(word, 0f)).sum()).toArray();
    }

    double[] byOrigin(Asked asked) {
        Profile profile = profile(asked);
        return scores(one -> SeedScores.of(one, profile, profile.asOf()));
    }

    double[] byFormula(Asked asked) {
        Profile profile = profile(asked);
        FinalScore.Scoring scoring = FinalScore.Scoring.of(profile, new EngagementQuality(0.3), ScoreWeights.USUAL,
                profile.asOf());
        return scores(one -> scoring.of(one).value());
    }

    private double[] scores(ToDoubleFunction<Candidate> scorer) {
        return candidates.stream().mapToDouble(scorer).toArray();
    }

    private Profile profile(Asked asked) {
        Video video = new Video(EntityId.video("asked"), null, null, List.of(), null, null, asked.rest().text());
        return affinities.of(new Person(EntityId.creator(asked.rest().creator()), null,
                List.of(new TastedItem(Source.POST, video, null, asked.at(), Counts.NONE)), List.of()), taxonomy,
                asked.at().plusSeconds(1));
    }
}
