package dev.upswell.server.evaluate.page;

import dev.upswell.content.EntityKind;
import dev.upswell.server.evaluate.Cause;
import dev.upswell.server.evaluate.DailyEvaluation;
import dev.upswell.server.evaluate.DayFigures;
import dev.upswell.server.evaluate.Evaluations.CauseCount;
import dev.upswell.server.evaluate.JudgedCall;
import dev.upswell.server.evaluate.Retrospective;
import dev.upswell.server.evaluate.Verdict;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ModelTask;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/// Four weeks of made-up days of two tasks, one of which was never judged.
public final class SampleEvaluationPages implements EvaluationPages {

    static final UUID MODEL = UUID.fromString("1f0c9d2a-b7e4-4c11-9c55-0a5b8d0c7e11");
    static final ModelTask TASK = ModelTask.DAILY_HASHTAGS;

    private static final ModelTask UNJUDGED = new ModelTask(EntityKind.SOUND, 24);
    private static final UUID SHADOW = UUID.fromString("77aa0000-b7e4-4c11-9c55-0a5b8d0c7e11");
    private static final LocalDate FIRST = LocalDate.of(2025, 12, 15);
    private static final int DAYS = 28;

    @Override
    public EvaluationView evaluation(Choice choice) {
        List<EvaluationView.Spoke> models = List.of(new EvaluationView.Spoke(MODEL, "boosted-trees", true),
                new EvaluationView.Spoke(SHADOW, "logistic", false));
        if (choice.task() != null && !choice.task().equals(TASK)) {
            return new EvaluationView(List.of(TASK, UNJUDGED), UNJUDGED, List.of(), List.of(), List.of(), List.of(),
                    0);
        }
        return new EvaluationView(List.of(TASK, UNJUDGED), TASK, models,
                IntStream.range(Math.max(0, DAYS - choice.days()), DAYS).mapToObj(SampleEvaluationPages::day).toList(),
                List.of(new CauseCount(Verdict.MISS, Cause.FEATURE_GAP, 41),
                        new CauseCount(Verdict.MISS, Cause.DATA_GAP, 12),
                        new CauseCount(Verdict.FALSE_SURGE, Cause.WITHIN_ODDS, 30)),
                calls(), 212);
    }

    @Override
    public Optional<Retrospective> soFar() {
        return Optional.of(week(LocalDate.of(2026, 1, 5)));
    }

    @Override
    public List<ImprovementTask> tasks() {
        var gaps = new ImprovementTask.Order("improve data-gap hashtag/24h",
                "Read hashtags over 24 h without gaps", ImprovementTask.Category.DATA,
                "In week 2026-W01 the share of wrong calls laid to gaps in the readings was 34.0 % (bar 20.0 %).",
                "Sources are read too seldom or fail; with readings as on usual days these calls would be right.",
                "In a later week's retrospective the share of wrong calls laid to gaps in the readings is at most 10.0 %.",
                "collect agent", LocalDate.of(2026, 2, 2), Map.of("number", 0.34));
        Instant known = Instant.parse("2026-01-05T00:00:00Z");
        return List.of(
                new ImprovementTask(UUID.fromString("4b0c9d2a-b7e4-4c11-9c55-0a5b8d0c7e11"), gaps,
                        ImprovementTask.State.OPEN, known, null, known, null),
                new ImprovementTask(UUID.fromString("5b0c9d2a-b7e4-4c11-9c55-0a5b8d0c7e11"), gaps,
                        ImprovementTask.State.DONE, known, "In week 2026-W02 it was 4.0 %; the success metric is met.",
                        known, known));
    }

    @Override
    public List<Retrospective> retrospectives() {
        return List.of(week(LocalDate.of(2025, 12, 29)));
    }

    private static DailyEvaluation day(int number) {
        LocalDate day = FIRST.plusDays(number);
        double wave = Math.sin(number * 1.3);
        List<Double> leads = IntStream.range(0, 5).mapToObj(i -> 3.0 + (number * 5 + i * 7) % 20).sorted().toList();
        DayFigures figures = new DayFigures(0.41, 11, 6, 5, 5,
                new DayFigures.TopK(10, 0.5 + 0.1 * wave, 0.45, 0.9, 0.4),
                new DayFigures.TopK(50, 0.17 + 0.02 * wave, 0.8, 1.0, 0.5), 0.52,
                new DayFigures.Lead(leads, leads.get(2), 4.0, 5.1),
                number == 9 ? null : new DayFigures.Ranges(182 + (int) (5 * wave), 205, 1.32), trailing());
        return new DailyEvaluation(TASK, day, MODEL, "boosted-trees", true, 1, 211, figures,
                day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static DayFigures.Trailing trailing() {
        List<DayFigures.Bin> bins = IntStream.range(0, 15).mapToObj(i -> {
            double stated = 0.004 * Math.pow(1.4, i);
            double observed = stated * (1 + 0.15 * Math.sin(i));
            return new DayFigures.Bin(stated, observed, observed * 0.6, Math.min(1, observed * 1.5 + 0.01), 197);
        }).toList();
        return new DayFigures.Trailing(14, 2954, 154, 0.0521, 0.031, new DayFigures.Spread(0.008, 0.005, 0.014),
                new DayFigures.Spread(0.552, 0.47, 0.62), new DayFigures.Spread(0.914, 0.89, 0.93),
                new DayFigures.Ranges(2610, 2870, 1.31), bins);
    }

    private static List<JudgedCall> calls() {
        Instant cut = Instant.parse("2026-01-11T00:00:00Z");
        return List.of(
                new JudgedCall(TASK, MODEL, "glasshair", "glasshair", cut, Verdict.HIT, 0.74, 1.1, 9.5, null, null),
                new JudgedCall(TASK, MODEL, "slowmorning", "slowmorning", cut, Verdict.MISS, 0.12, 0.7, null,
                        Cause.DATA_GAP, null),
                new JudgedCall(TASK, MODEL, "paperboat", "paperboat", cut, Verdict.FALSE_SURGE, 0.55, 0.02, null,
                        Cause.WITHIN_ODDS, null));
    }

    private static Retrospective week(LocalDate monday) {
        Retrospective.WeekFigures now = figures(monday);
        Instant cut = monday.plusDays(2).atStartOfDay().toInstant(ZoneOffset.UTC);
        return new Retrospective(monday, List.of(new Retrospective.Part(TASK, now,
                List.of(figures(monday.minusWeeks(1)), figures(monday.minusWeeks(2))),
                List.of(new Retrospective.Call("glasshair", cut, 0.74, 1.1, 9.5, null)),
                List.of(new Retrospective.Call("slowmorning", cut, 0.12, 0.7, null, Cause.DATA_GAP)), List.of(),
                List.of(new Retrospective.CauseCount(Verdict.MISS, Cause.DATA_GAP, 4)),
                List.of(new Retrospective.Served(MODEL, "boosted-trees", monday)),
                List.of(new Retrospective.Change(Retrospective.Happening.DRIFTED, cut, MODEL, "boosted-trees", null),
                        new Retrospective.Change(Retrospective.Happening.PROMOTED, cut, MODEL, "boosted-trees",
                                "Approved by Mira.")))));
    }

    private static Retrospective.WeekFigures figures(LocalDate monday) {
        return new Retrospective.WeekFigures(monday, 7, 1477, 77, 42, 35, 35, 0.51, 0.52, 8.5, 0.894, null, 0.55,
                0.052);
    }
}
