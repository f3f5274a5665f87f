package dev.upswell.people.judge.contender;

import dev.upswell.people.WorldVideo;
import dev.upswell.people.judge.Known;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.EngagementQuality;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.recommend.Sought;
import dev.upswell.recommend.Way;
import dev.upswell.taste.Profile;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// What the product has at hand for a request: candidates, what is known of them, and their scores by formula.
///
/// @param columns what a ranker sees of them
record AtHand(List<Candidate> candidates, List<FinalScore> scores, RankingColumns columns) {

    AtHand {
        candidates = List.copyOf(candidates);
        scores = List.copyOf(scores);
    }

    /// What a person's profile finds among these videos, and what shares most of its audience with what the person turned to.
    static AtHand found(Product product, Crowd crowd, Known known, int person, int[] videos) {
        Habits habits = LoggedHabits.of(product, known, person);
        Map<Integer, Way> ways = ways(product, known, product.profile(known, person), habits, videos);
        for (int video : crowd.nearest(person, videos)) {
            ways.putIfAbsent(video, Way.POPULARITY);
        }
        return of(product, crowd, known, person, habits,
                ways.keySet().stream().mapToInt(Integer::intValue).toArray(), ways);
    }

    /// All of these videos, each by the way by which the profile finds it; what it does not find is there by popularity.
    static AtHand all(Product product, Crowd crowd, Known known, int person, int[] videos) {
        Habits habits = LoggedHabits.of(product, known, person);
        return of(product, crowd, known, person, habits, videos,
                ways(product, known, product.profile(known, person), habits, videos));
    }

    /// All of these videos without a search, each as by popularity.
    static AtHand given(Product product, Crowd crowd, Known known, int person, int[] videos) {
        return of(product, crowd, known, person, LoggedHabits.of(product, known, person), videos, Map.of());
    }

    private static Map<Integer, Way> ways(Product product, Known known, Profile profile, Habits habits, int[] videos) {
        return new MemorySearch(product, known, videos)
                .find(Sought.of(profile, product.taxonomy(), habits.leanings()), profile.isStranger());
    }

    private static AtHand of(Product product, Crowd crowd, Known known, int person, Habits habits, int[] taken,
            Map<Integer, Way> ways) {
        Profile profile = product.profile(known, person);
        Instant now = Instant.ofEpochSecond(known.at());
        List<Candidate> alone = Arrays.stream(taken)
                .mapToObj(video -> candidate(product, known, video, ways.getOrDefault(video, Way.POPULARITY))).toList();
        List<Candidate> candidates = crowd.told(alone, person, taken);
        FinalScore.Scoring scoring = FinalScore.Scoring.of(profile, EngagementQuality.among(candidates),
                ScoreWeights.USUAL, now);
        return new AtHand(candidates, candidates.stream().map(scoring::of).toList(),
                RankingColumns.of(profile, habits));
    }

    /// A video as the product knows it at an instant.
    static Candidate candidate(Product product, Known known, int video, Way way) {
        WorldVideo.Shown shown = known.video(video);
        ReadVideo read = product.read(known, video);
        Candidate.Tally tally = known.counted(video).map(counted -> new Candidate.Tally(counted.views(),
                counted.likes(), counted.comments(), counted.shares())).orElse(Candidate.Tally.NONE);
        return new Candidate(shown.id(), shown.creator(), Instant.ofEpochSecond(shown.createdAt()), null, tally,
                read.categories(), read.vector().saysNothing() ? null : read.vector(), way,
                new Candidate.Form(read.language(), (double) shown.seconds(), null, read.terms().keySet(),
                        product.authorRate(known, shown.creator()), null, null),
                Map.of());
    }

    List<Ranked> byFormula() {
        return IntStream.range(0, scores.size())
                .mapToObj(i -> Ranked.byFormula(candidates.get(i), scores.get(i))).toList();
    }

    List<Ranked> by(PairwiseTrees trees) {
        return RankingColumns.ranked(candidates, scores,
                trees.scores(rows(), candidates.size()));
    }

    /// A row of each candidate, as of the first place.
    float[] rows() {
        return columns.rows(candidates, scores);
    }
}
