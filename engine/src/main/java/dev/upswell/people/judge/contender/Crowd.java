package dev.upswell.people.judge.contender;

import dev.upswell.people.judge.Known;
import dev.upswell.ranking.ImplicitFactors;
import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ItemNeighbours;
import dev.upswell.ranking.ItemScorer;
import dev.upswell.recommend.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What all people together tell of who likes what.
record Crowd(ItemScorer neighbours, ItemScorer factors) {

    private static final int NEAREST = 200;

    /// Nobody told anything.
    static final Crowd NONE = new Crowd((person, videos) -> new double[videos.length],
            (person, videos) -> new double[videos.length]);

    /// From what was done until then.
    static Crowd of(Known known) {
        List<Interaction> all = ByInteractions.interactions(known);
        return new Crowd(ItemNeighbours.of(all, ByInteractions.NEIGHBOURS, ByInteractions.SHRINKAGE),
                ImplicitFactors.of(all, ByInteractions.FACTORS));
    }

    /// Candidates with what is known of them and this person; nothing of what nobody did anything with.
    ///
    /// @param videos their numbers
    List<Candidate> told(List<Candidate> candidates, int person, int[] videos) {
        double[] near = neighbours.scores(person, videos);
        double[] fit = factors.scores(person, videos);
        List<Candidate> told = new ArrayList<>(candidates.size());
        for (int i = 0; i < videos.length; i++) {
            Candidate one = candidates.get(i);
            Candidate.Form form = one.form();
            told.add(new Candidate(one.video(), one.creator(), one.postedAt(), one.expiresAt(), one.counts(),
                    one.categories(), one.vector(), one.way(),
                    new Candidate.Form(form.language(), form.seconds(), form.growth(), form.words(), form.authorRate(),
                            known(near[i]), known(fit[i])),
                    one.told()));
        }
        return told;
    }

    /// Those of these videos that share most of their audience with what the person turned to, 200 at most.
    int[] nearest(int person, int[] videos) {
        double[] near = neighbours.scores(person, videos);
        return IntStream.range(0, videos.length).filter(i -> near[i] > 0).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -near[i]).thenComparing(i -> videos[i]))
                .limit(NEAREST).mapToInt(i -> videos[i]).toArray();
    }

    private static @Nullable Double known(double score) {
        return score == 0 ? null : (Double) score;
    }
}
