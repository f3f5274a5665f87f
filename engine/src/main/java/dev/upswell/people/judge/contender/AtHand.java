package dev.upswell.people.judge.contender;

import dev.upswell.people.WorldVideo;
import dev.upswell.people.judge.Known;
import dev.upswell.ranking.PairwiseTrees;
import dev.upswell.recommend.Candidate;
import dev.upswell.recommend.FinalScore;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Ranked;
import dev.upswell.recommend.RankingColumns;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.recommend.Sought;
import dev.upswell.recommend.Way;
import dev.upswell.taste.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What the product has at hand for a request: candidates, what is known of them, and their scores by formula.
///
/// @param scoring what made them
/// @param columns what a ranker sees of them
record AtHand(List<Candidate> candidates, List<FinalScore> scores, FinalScore.Scoring scoring,
        RankingColumns columns) {

    AtHand {
        candidates = List.copyOf(candidates);
        scores = List.copyOf(scores);
    }

    /// What a person's profile finds among these videos, and where a crowd is told what goes best with what the person turned to, for
    /// strangers what all people did most with.
    static AtHand found(Asking asking, int[] videos) {
        Map<Integer, Way> ways = asking.ways(videos);
        Crowd.Told told = asking.told(videos);
        if (told != null) {
            for (int place : told.nearest()) {
                ways.putIfAbsent(videos[place], Way.CROWD);
            }
            if (asking.profile().isStranger()) {
                for (int place : told.acclaimed()) {
                    ways.putIfAbsent(videos[place], Way.POPULARITY);
                }
            }
        }
        return of(asking, ways.keySet().stream().mapToInt(Integer::intValue).toArray(), ways);
    }

    /// All of these videos, each by the way by which the profile finds it; what it does not find is there by popularity.
    static AtHand all(Asking asking, int[] videos) {
        return of(asking, videos, asking.ways(videos));
    }

    /// All of these videos without a search, each as by popularity.
    static AtHand given(Asking asking, int[] videos) {
        return of(asking, videos, Map.of());
    }

    /// Who asks, and what the product knows then.
    ///
    /// @param crowd what others tell; null where nobody is asked
    record Asking(Product product, @Nullable Crowd crowd, Known known, int person, Habits habits) {

        static Asking of(Product product, @Nullable Crowd crowd, Known known, int person) {
            return new Asking(product, crowd, known, person, LoggedHabits.of(product, known, person));
        }

        Profile profile() {
            return product.profile(known, person);
        }

        Map<Integer, Way> ways(int[] videos) {
            return new MemorySearch(product, known, videos)
                    .find(Sought.of(profile(), product.taxonomy(), habits.leanings()), profile().isStranger());
        }

        Crowd.@Nullable Told told(int[] videos) {
            return crowd == null ? null : crowd.told(known, person, videos);
        }
    }

    private static AtHand of(Asking asking, int[] taken, Map<Integer, Way> ways) {
        Profile profile = asking.profile();
        Instant now = Instant.ofEpochSecond(asking.known().at());
        Crowd.Told told = asking.told(taken);
        List<Candidate> candidates = new ArrayList<>(taken.length);
        for (int place = 0; place < taken.length; place++) {
            WorldVideo.Shown shown = asking.known().video(taken[place]);
            Candidate.Audience audience = told == null
                    ? Candidate.Audience.UNKNOWN
                    : told.of(place, shown.id(), shown.creator());
            candidates.add(candidate(asking.product(), asking.known(), taken[place],
                    new Seen(ways.getOrDefault(taken[place], Way.POPULARITY), audience)));
        }
        FinalScore.Scoring scoring = FinalScore.Scoring.among(candidates, profile, asking.habits().leanings(),
                ScoreWeights.WITH_CROWD, now);
        return new AtHand(candidates, candidates.stream().map(scoring::of).toList(), scoring,
                RankingColumns.of(profile, asking.habits()));
    }

    /// How a video came to somebody.
    record Seen(Way way, Candidate.Audience audience) {

        /// By a way, with nothing of what others did.
        static Seen by(Way way) {
            return new Seen(way, Candidate.Audience.UNKNOWN);
        }
    }

    /// A video as the product knows it at an instant.
    static Candidate candidate(Product product, Known known, int video, Seen seen) {
        WorldVideo.Shown shown = known.video(video);
        ReadVideo read = product.read(known, video);
        Candidate.Tally tally = known.counted(video).map(counted -> new Candidate.Tally(counted.views(),
                counted.likes(), counted.comments(), counted.shares())).orElse(Candidate.Tally.NONE);
        return new Candidate(shown.id(), shown.creator(), Instant.ofEpochSecond(shown.createdAt()), null, tally,
                read.categories(), read.vector().saysNothing() ? null : read.vector(), seen.way(),
                new Candidate.Form(read.language(), (double) shown.seconds(), null, read.terms().keySet(),
                        product.authorRate(known, shown.creator()), seen.audience()),
                Map.of());
    }

    List<Ranked> byFormula() {
        return IntStream.range(0, scores.size())
                .mapToObj(i -> Ranked.byFormula(candidates.get(i), scores.get(i))).toList();
    }

    List<Ranked> forStranger() {
        return IntStream.range(0, scores.size())
                .mapToObj(i -> Ranked.forStranger(candidates.get(i), scores.get(i))).toList();
    }

    List<Ranked> by(PairwiseTrees trees) {
        return RankingColumns.ranked(candidates, scoring,
                trees.scores(rows(), candidates.size()));
    }

    /// A row of each candidate, as of the first place.
    float[] rows() {
        return columns.rows(candidates, scoring.quality());
    }
}
