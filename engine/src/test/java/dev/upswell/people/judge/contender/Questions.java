package dev.upswell.people.judge.contender;

import dev.upswell.people.judge.Asked;
import dev.upswell.people.judge.Known;
import dev.upswell.people.judge.RecommendJudge;
import dev.upswell.people.judge.Recommender;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Keeps all that a recommender is told and asked, and recommends nothing.
final class Questions implements Recommender {

    private final List<Known> told = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();

    /// What this judge tells and asks about every `every`-th person.
    static Questions of(RecommendJudge judge, int every) {
        Questions questions = new Questions();
        judge.judge(List.of(questions), every);
        return questions;
    }

    @Override
    public String name() {
        return "questions";
    }

    @Override
    public void learn(Known known) {
        told.add(known);
    }

    @Override
    public List<Integer> order(Asked question) {
        asked.add(question);
        return List.of();
    }

    /// What was known when the judged days began.
    Known beginning() {
        return told.getFirst();
    }

    /// By time.
    List<Asked> asked() {
        return asked.stream().sorted(Comparator.comparingLong(one -> one.known().at())).toList();
    }
}
