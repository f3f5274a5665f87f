package dev.upswell.people.judge.contender;

import dev.upswell.people.Life;
import dev.upswell.people.judge.Known;
import dev.upswell.ranking.Acclaim;
import dev.upswell.ranking.DrawnMeans;
import dev.upswell.ranking.Interaction;
import dev.upswell.ranking.ItemScorer;
import dev.upswell.ranking.ShallowAutoencoder;
import dev.upswell.recommend.Candidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// What all people together tell of who likes what.
///
/// Who goes with what is learnt from all that was done until the crowd was made; what a person did counts as it is known when it is asked
/// for, half after fifteen days (of late) or forty.
final class Crowd {

    /// Those that are found by what others did, at most.
    static final int NEAREST = 500;

    private static final double PENALTY = 20;
    private static final double LATE_DAYS = 15;
    private static final double LONG_DAYS = 40;
    /// So many who watch as usual are added to the audience of a video, and of an author.
    private static final double DOUBT = 5;
    private static final double AUTHOR_DOUBT = 20;

    private final ShallowAutoencoder learnt;
    private final Acclaim acclaim;
    private final DrawnMeans worths = new DrawnMeans(DOUBT);
    private final DrawnMeans authorWorths = new DrawnMeans(AUTHOR_DOUBT);

    private Crowd(Known known) {
        List<Interaction> all = ByInteractions.interactions(known);
        learnt = ShallowAutoencoder.of(all, PENALTY);
        acclaim = Acclaim.of(all);
        for (int person = 0; person < known.people(); person++) {
            for (Life.Action action : known.log(person)) {
                double beside = beside(action.kind());
                int watched = action.kind() == Life.Kind.WATCHED ? 1 : 0;
                worths.add(known.video(action.video()).id(), beside, watched);
                authorWorths.add(known.video(action.video()).creator(), beside, watched);
            }
        }
    }

    /// From what was done until then.
    static Crowd of(Known known) {
        return new Crowd(known);
    }

    /// What an act is worth beside watching.
    static double beside(Life.Kind kind) {
        return kind == Life.Kind.WATCHED ? 0 : ByInteractions.worth(kind);
    }

    /// What others did with some videos, as a person sees it.
    ///
    /// @param late by place of the video
    /// @param overall likewise
    /// @param acclaim likewise
    record Told(Crowd crowd, double[] late, double[] overall, double[] acclaim) {

        /// What others did with the video at this place.
        Candidate.Audience of(int place, String video, String author) {
            return new Candidate.Audience(known(late[place]), known(overall[place]), crowd.worths.of(video),
                    crowd.authorWorths.of(author), known(acclaim[place]));
        }

        /// Places of those that go best with what the person turned to, of late and over all.
        int[] nearest() {
            return IntStream.concat(highest(late, NEAREST), highest(overall, NEAREST)).distinct().toArray();
        }

        /// Places of those that all people did most with.
        int[] acclaimed() {
            return highest(acclaim, MemorySearch.EACH).toArray();
        }

        private static IntStream highest(double[] scores, int most) {
            return IntStream.range(0, scores.length).filter(i -> scores[i] > 0).boxed()
                    .sorted(Comparator.comparingDouble((Integer i) -> -scores[i])).limit(most)
                    .mapToInt(Integer::intValue);
        }

        private static @Nullable Double known(double score) {
            return score == 0 ? null : (Double) score;
        }
    }

    /// What is told of these videos to a person of whom this is known.
    Told told(Known known, int person, int[] videos) {
        return new Told(this, scores(known, person, videos, LATE_DAYS), scores(known, person, videos, LONG_DAYS),
                IntStream.of(videos).mapToDouble(acclaim::of).toArray());
    }

    private double[] scores(Known known, int person, int[] videos, double halfDays) {
        List<Interaction> did = new ArrayList<>();
        for (Life.Action action : known.log(person)) {
            double days = (known.at() - action.at()) / 86_400.0;
            did.add(new Interaction(0, action.video(),
                    ByInteractions.worth(action.kind()) * Math.pow(0.5, days / halfDays)));
        }
        ItemScorer scoring = learnt.scoring(did);
        return scoring.scores(0, videos);
    }
}
