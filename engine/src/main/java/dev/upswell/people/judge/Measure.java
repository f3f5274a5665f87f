package dev.upswell.people.judge;

import dev.upswell.people.Occasion;
import dev.upswell.people.WorldVideo;
import dev.upswell.ranking.InterestCalibration;
import dev.upswell.ranking.ListDiversity;
import dev.upswell.ranking.Ndcg;
import dev.upswell.ranking.Novelty;
import dev.upswell.ranking.PopularityBias;
import dev.upswell.ranking.RecallAt;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;

/// What is measured of one list.
public enum Measure {
    /// Gains are grades from 0 to 4.
    NDCG_10("NDCG@10") {
        @Override
        OptionalDouble of(Truth truth, List<Integer> shown) {
            double[] gains = IntStream.of(truth.grades()).asDoubleStream().toArray();
            return Ndcg.at(TOP, first(shown).stream().mapToDouble(truth::grade).toArray(), gains);
        }
    },
    /// What is to be found are videos of grade 4.
    RECALL_50("recall@50") {
        @Override
        OptionalDouble of(Truth truth, List<Integer> shown) {
            Set<Integer> best = new HashSet<>();
            for (int i = 0; i < truth.candidates().length; i++) {
                if (truth.grades()[i] == HIGHEST) {
                    best.add(truth.candidates()[i]);
                }
            }
            return RecallAt.of(FAR, shown, best);
        }
    },
    /// By true subjects.
    DIVERSITY("diversity") {
        @Override
        OptionalDouble of(Truth truth, List<Integer> shown) {
            return ListDiversity
                    .ofSets(first(shown).stream().map(video -> truth.occasion().subjects(video).keySet()).toList());
        }
    },
    /// By how many had watched a video when the judged days began.
    NOVELTY("novelty (bits)") {
        @Override
        OptionalDouble of(Truth truth, List<Integer> shown) {
            return Novelty.of(first(shown), video -> truth.met()[video], truth.people());
        }
    },
    /// By true subjects and the taste of then.
    CALIBRATION("calibration (bits off)") {
        @Override
        OptionalDouble of(Truth truth, List<Integer> shown) {
            Occasion occasion = truth.occasion();
            return InterestCalibration.of(occasion.taste(), first(shown).stream().map(occasion::subjects).toList());
        }
    },
    /// By views as they were known.
    POPULARITY_BIAS("popularity bias") {
        @Override
        OptionalDouble of(Truth truth, List<Integer> shown) {
            return PopularityBias.of(first(shown).stream().mapToDouble(truth::views).toArray(),
                    IntStream.of(truth.candidates()).mapToDouble(truth::views).toArray());
        }
    };

    /// How many places of a list are looked at, but for recall.
    static final int TOP = 10;

    private static final int FAR = 50;
    private static final int HIGHEST = 4;

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    /// As tables call it.
    public String title() {
        return title;
    }

    /// The measure of a list; empty where it says nothing.
    abstract OptionalDouble of(Truth truth, List<Integer> shown);

    private static List<Integer> first(List<Integer> shown) {
        return shown.subList(0, Math.min(TOP, shown.size()));
    }

    /// What is true at one occasion.
    ///
    /// @param candidates ascending
    /// @param grades of the candidates
    /// @param met how many people had watched each video, by number
    record Truth(Occasion occasion, Known known, int[] candidates, int[] grades, int[] met, int people) {

        double grade(int video) {
            return grades[Arrays.binarySearch(candidates, video)];
        }

        double views(int video) {
            return known.counted(video).map(WorldVideo.Counted::views).orElse(0L);
        }
    }
}
