package dev.upswell.benchmarks.people;

import dev.upswell.people.PeopleSettings;
import dev.upswell.people.PeopleWorld;
import dev.upswell.people.judge.ByScore;
import dev.upswell.people.judge.JudgedSeeds;
import dev.upswell.people.judge.RecommendJudge;
import dev.upswell.people.judge.Recommender;
import dev.upswell.people.judge.Verdict;
import dev.upswell.people.judge.VerdictTable;
import dev.upswell.people.judge.contender.Contenders;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Judges recommenders on a world of simulated people: `recommend.sh SEED [EVERY] [NAME] [ONLY]`.
///
/// SEED is a number, or `judged`, `judged-second`, `judged-third`; every EVERY-th person is asked for (10 when not told); NAME is the
/// recommender that is set beside each other one (the oracle when not told); ONLY leaves those alone whose names hold one of these parts,
/// with commas between them.
public final class RecommendFigures {

    private static final int EVERY = 10;

    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private RecommendFigures() {
    }

    public static void main(String[] words) {
        if (words.length < 1 || words.length > 4) {
            throw new IllegalArgumentException("words must be SEED [EVERY] [NAME] [ONLY]\nMaybe: recommend.sh 31 10");
        }
        new RecommendFigures().print(JudgedSeeds.of(words[0]), words.length > 1 ? Integer.parseInt(words[1]) : EVERY,
                words.length > 2 ? words[2] : "the oracle", words.length > 3 ? words[3] : "");
    }

    /// The recommenders that are judged together, the bounds first.
    private static List<Recommender> recommenders(PeopleWorld world, String only) {
        List<Recommender> recommenders = new ArrayList<>(
                List.of(ByScore.oracle(world), ByScore.mostViewed(), ByScore.mostLiked(), ByScore.newest()));
        recommenders.addAll(Contenders.all());
        List<String> parts = List.of(only.split(","));
        return recommenders.stream().filter(one -> parts.stream().anyMatch(one.name()::contains)).toList();
    }

    private void print(long seed, int every, String name, String only) {
        PeopleWorld world = PeopleWorld.of(PeopleSettings.judged(), seed);
        var processor = ManagementFactory.getThreadMXBean();
        RecommendJudge.Judged judged = new RecommendJudge(world, processor::getCurrentThreadCpuTime)
                .judge(recommenders(world, only), every);
        out.println("Seed " + seed + ", every " + every + ". of " + world.people().size()
                + " people; 95 % intervals over people.");
        print("People known", name, judged.known());
        print("Strangers", name, judged.strangers());
    }

    private void print(String whom, String name, List<Verdict> verdicts) {
        out.println();
        out.println(whom + ", " + verdicts.getFirst().lists() + " lists each");
        out.println();
        out.println(VerdictTable.measures(verdicts));
        out.println(VerdictTable.beside(name, verdicts));
    }
}
