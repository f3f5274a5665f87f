package dev.upswell.fyp.rule;

import dev.upswell.fyp.FypScore;
import java.util.ArrayList;
import java.util.List;

/// The rules of a tenant in their order: one a line, `CONDITIONS → ACTIONS`; empty lines and those that begin with `#` mean
/// nothing.
public record RuleBook(List<Prescription> rules) {

    private static final int MOST_RULES = 200;
    private static final int LONGEST = 1_000;

    /// What stands while nobody wrote other rules: the two of the specification, and two for what alarms are about.
    public static final String USUAL = """
        # What is to be done about a video, by what was measured of it. docs/fyp.md tells how rules are written.
        drop_0_3s > 60 and v15 < p50 → recut 12–15 s; hook visual at 1 s; question caption; trending sound A; SLA 6 h; assign creator
        fyp ≥ 75 and er ≥ p70 → cross-post, schedule two slots
        v15 < p40 and age ≤ 15 → compare the first second with similar winners; pin a comment that asks a question; post the next video in a stronger slot; SLA 6 h; assign creator
        completion_rate < p40 → cut what stands before the point; shorten to the length of similar winners; SLA 24 h; assign creator
        """;

    public RuleBook {
        rules = List.copyOf(rules);
    }

    /// What became of a text.
    public sealed interface Read {

        /// It can be read.
        record Sound(RuleBook book) implements Read {
        }

        /// It cannot; all that is wrong with it.
        record Broken(List<RuleProblem> problems) implements Read {

            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Reads a text of rules.
    public static Read read(String text) {
        List<Prescription> rules = new ArrayList<>();
        List<RuleProblem> problems = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            if (line.length() > LONGEST) {
                problems.add(new RuleProblem(i + 1, LONGEST + 1, "a rule has at most 1,000 characters; this one has "
                        + line.length()));
                continue;
            }
            new RuleLine(i + 1, line, problems).read().ifPresent(rules::add);
        }
        if (rules.size() > MOST_RULES) {
            problems.add(new RuleProblem(rules.get(MOST_RULES).line(), 1, "there are at most 200 rules"));
        }
        return problems.isEmpty() ? new Read.Sound(new RuleBook(rules)) : new Read.Broken(problems);
    }

    /// The rules that stand while nobody wrote others.
    public static RuleBook usual() {
        return switch (read(USUAL)) {
            case Read.Sound(RuleBook book) -> book;
            case Read.Broken(List<RuleProblem> problems) -> throw new IllegalStateException(
                    "the usual rules (" + problems + ") must be readable\nMaybe the language changed.");
        };
    }

    /// The rules that fire for a score.
    public List<Prescription> firing(FypScore score) {
        return rules.stream().filter(rule -> rule.of(score) == Truth.YES).toList();
    }

    /// The rules of which it cannot be told whether they fire, because something was not measured.
    public List<Prescription> undecided(FypScore score) {
        return rules.stream().filter(rule -> rule.of(score) == Truth.UNKNOWN).toList();
    }
}
