package dev.upswell.server.fyp.page;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.fyp.FypMetric;
import dev.upswell.fyp.FypScore;
import dev.upswell.fyp.RootCause;
import dev.upswell.fyp.rule.Prescription;
import dev.upswell.server.fyp.Diagnosis;
import dev.upswell.server.fyp.ScoredVideo;
import dev.upswell.server.fyp.SettledScore;
import dev.upswell.server.web.Figures;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One video, as its page shows it.
///
/// @param score at the latest mark; null when nothing can be compared
/// @param literal the score in the source's form; null as score is
/// @param marks a card for each mark
/// @param parts of the settled score where there is one, as sentences are
/// @param sentences what moved the score most, with numbers
/// @param settled the score with everything told since; null before the video is a day old
/// @param settledSteps rules that fire for the settled score only
public record DetailView(ScoredVideo video, @Nullable String creator, @Nullable String score, @Nullable String literal,
        @Nullable String status, String coverage, List<MarkCard> marks, List<PartRow> parts, List<String> missing,
        List<String> alarms, List<String> sentences, int winners, List<StepRow> steps, List<String> undecided,
        @Nullable SettledRow settled, List<StepRow> settledSteps, List<PlanRow> plans) {

    private static final int SAID = 3;

    public DetailView {
        marks = List.copyOf(marks);
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
        alarms = List.copyOf(alarms);
        sentences = List.copyOf(sentences);
        steps = List.copyOf(steps);
        undecided = List.copyOf(undecided);
        settledSteps = List.copyOf(settledSteps);
        plans = List.copyOf(plans);
    }

    /// What a mark says.
    ///
    /// @param velocity views per minute up to the mark; null when not read
    /// @param place of that velocity among the brand's videos; null when it cannot be compared
    public record MarkCard(String mark, @Nullable String velocity, @Nullable String place, @Nullable String score,
            @Nullable String status, String coverage) {
    }

    /// A measure.
    ///
    /// @param score what it gives to the score, 0 to 100; null when it cannot be compared
    /// @param good whether it is at least the middle
    public record PartRow(String name, String value, @Nullable Double score, @Nullable String shown, boolean good,
            String weight, @Nullable String median, @Nullable String winners, @Nullable String points) {
    }

    /// A rule that fires.
    ///
    /// @param sla hours to do it in; null when open
    public record StepRow(String rule, List<String> actions, @Nullable String sla, @Nullable String assignee) {

        public StepRow {
            actions = List.copyOf(actions);
        }
    }

    /// The score with everything that was told since the video was a day old.
    ///
    /// @param known the score as known at the day; null when the video had none
    /// @param toldAt when its owner was told something last; null when nothing was told since
    /// @param late what was told since, in words
    public record SettledRow(@Nullable String score, @Nullable String status, String coverage, @Nullable String known,
            @Nullable String moved, @Nullable Instant toldAt, List<String> late) {

        public SettledRow {
            late = List.copyOf(late);
        }
    }

    static DetailView of(Diagnosis diagnosis, ScoreText text, Figures figures, Instant now) {
        FypScore latest = diagnosis.latest().score();
        Video video = diagnosis.latest().video();
        EntityId creator = video == null ? null : video.creator();
        RootCause cause = diagnosis.cause();
        int winners = cause.winners().size();
        SettledScore settled = diagnosis.latest().settled();
        FypScore explained = settled == null ? latest : settled.score();
        return new DetailView(diagnosis.latest(), creator == null ? null : creator.value(),
                whole(latest.fyp(), figures), whole(latest.literal(), figures), status(latest),
                figures.percent(latest.coverage()),
                diagnosis.marks().stream().map(score -> card(score, text, figures)).toList(),
                parts(explained, cause, text, figures), explained.missing().stream().map(text::name).toList(),
                diagnosis.marks().stream().flatMap(score -> score.alarms().stream()).map(text::name).toList(),
                cause.causes().stream().limit(SAID).map(one -> text.sentence(one, winners)).toList(), winners,
                steps(diagnosis.steps().firing(), figures),
                diagnosis.steps().undecided().stream().map(Prescription::text).toList(),
                settled == null ? null : row(settled, diagnosis.atDay().orElse(null), text, figures),
                steps(diagnosis.steps().settled(), figures),
                diagnosis.plans().stream().map(plan -> PlanRow.of(plan, now)).toList());
    }

    private static SettledRow row(SettledScore settled, @Nullable FypScore known, ScoreText text, Figures figures) {
        FypScore score = settled.score();
        OptionalDouble before = known == null ? OptionalDouble.empty() : known.fyp();
        return new SettledRow(whole(score.fyp(), figures), status(score), figures.percent(score.coverage()),
                whole(before, figures),
                before.isEmpty() || score.fyp().isEmpty()
                        ? null
                        : text.points(score.fyp().getAsDouble() - before.getAsDouble()),
                settled.toldAt(), settled.late(known).stream().map(text::late).toList());
    }

    private static List<StepRow> steps(List<Prescription> rules, Figures figures) {
        return rules.stream().map(rule -> step(rule, figures)).toList();
    }

    private static MarkCard card(FypScore score, ScoreText text, Figures figures) {
        FypMetric metric = switch (score.mark()) {
            case QUARTER -> FypMetric.V15;
            case HOUR -> FypMetric.V60;
            case DAY -> FypMetric.V24;
        };
        FypScore.Part part = score.parts().get(metric);
        return new MarkCard(score.mark().label(), part == null ? null : text.value(metric, part.value()),
                whole(score.place(metric), figures), whole(score.fyp(), figures), status(score),
                figures.percent(score.coverage()));
    }

    private static List<PartRow> parts(FypScore score, RootCause cause, ScoreText text, Figures figures) {
        Map<FypMetric, RootCause.Cause> causes = cause.causes().stream()
                .collect(Collectors.toMap(RootCause.Cause::metric, Function.identity()));
        List<PartRow> rows = new ArrayList<>();
        score.parts().forEach((metric, part) -> {
            OptionalDouble counted = score.score(metric);
            RootCause.Cause one = causes.get(metric);
            Double ofWinners = one == null ? null : one.winners();
            rows.add(new PartRow(text.name(metric), text.value(metric, part.value()),
                    counted.isEmpty() ? null : Double.valueOf(counted.getAsDouble()), whole(counted, figures),
                    counted.orElse(0) >= 50, metric.weight() == 0 ? "–" : figures.percent(metric.weight(), 0),
                    one == null ? null : text.value(metric, one.median()),
                    ofWinners == null ? null : text.value(metric, ofWinners),
                    one == null ? null : text.points(one.points())));
        });
        return rows;
    }

    private static StepRow step(Prescription rule, Figures figures) {
        return new StepRow(rule.text(), rule.actions(),
                rule.sla() == null ? null : figures.hours(rule.sla().toMinutes() / 60.0), rule.assignee());
    }

    static @Nullable String whole(OptionalDouble value, Figures figures) {
        return value.isEmpty() ? null : figures.score(value.getAsDouble(), 0);
    }

    static @Nullable String status(FypScore score) {
        FypScore.Status status = score.status();
        return status == null ? null : status.name().toLowerCase(Locale.ROOT);
    }

    /// The label of the latest mark.
    public String mark() {
        return video.score().mark().label();
    }
}
