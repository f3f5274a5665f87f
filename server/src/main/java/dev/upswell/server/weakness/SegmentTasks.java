package dev.upswell.server.weakness;

import dev.upswell.grounding.Verdict;
import dev.upswell.segment.Fault;
import dev.upswell.segment.Measured;
import dev.upswell.segment.Segment;
import dev.upswell.server.registry.ImprovementTask;
import dev.upswell.server.registry.ImprovementTask.Category;
import dev.upswell.server.registry.ImprovementTask.Order;
import dev.upswell.server.registry.ImprovementTask.State;
import dev.upswell.server.registry.ModelTask;
import dev.upswell.server.registry.TaskRepository;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Opens a task for a finding, and closes it when a window that shares no day with the one it was opened on shows that its segment is
/// no longer worse. All calls run inside the caller's tenant transaction.
///
/// Of one segment at most one task is pending. What a person dismissed is not opened anew before its review date.
final class SegmentTasks {

    private static final int REVIEWED_AFTER_DAYS = 28;
    private static final String APART = "apart";
    private static final String FAULT = "fault.";
    /// A segment is no longer worse when no more than this part of the difference is left, and none may be.
    private static final double LEFT = 0.5;

    private final TaskRepository tasks = new TaskRepository();

    private static String topics(ModelTask task) {
        return "segment " + task.label() + " ";
    }

    /// Opens the task of a finding; false when one of its segment is pending, knew this window, or was dismissed lately.
    boolean open(JdbcClient db, ErrorAnalysis analysis, Finding finding, FindingText text) {
        String topic = topics(analysis.task()) + finding.segment().label();
        Optional<ImprovementTask> last = tasks.last(db, topic);
        boolean known = last.filter(task -> !analysis.to().isAfter(task.openedAsOf())).isPresent();
        boolean dismissed = last.filter(task -> task.state() == State.DROPPED
                && day(analysis.to()).isBefore(task.order().reviewDate())).isPresent();
        return !known && !dismissed
                && tasks.open(db, order(topic, analysis, finding, text), analysis.to()).isPresent();
    }

    /// Looks after the pending tasks of these forecasts, and closes those whose segment is no longer worse.
    ///
    /// @param measure how a segment stands in the window
    List<Followed> follow(JdbcClient db, ErrorAnalysis analysis, Measure measure) {
        return tasks.list(db).stream()
                .filter(task -> task.state().pending()
                        && task.order().topic().startsWith(topics(analysis.task())))
                .flatMap(task -> follow(db, analysis, task, measure).stream()).toList();
    }

    /// How a segment stands in a window; empty where it is too small to say.
    @FunctionalInterface
    interface Measure {

        Optional<Measured> of(Segment segment, Fault fault);
    }

    private Optional<Followed> follow(JdbcClient db, ErrorAnalysis analysis, ImprovementTask task, Measure measure) {
        String[] label = task.order().topic().substring(topics(analysis.task()).length()).split("=", 2);
        Optional<Fault> fault = Arrays.stream(Fault.values())
                .filter(one -> task.order().facts().containsKey(FAULT + one.label())).findFirst();
        Double apart = task.order().facts().get(APART);
        if (label.length < 2 || fault.isEmpty() || apart == null) {
            return Optional.empty();
        }
        Segment segment = new Segment(label[0], label[1]);
        Measured now = measure.of(segment, fault.get()).orElse(null);
        boolean fresh = !analysis.from().isBefore(task.openedAsOf());
        boolean closed = false;
        if (fresh && now != null && isGone(now, apart)) {
            closed = true;
            tasks.close(db, task.id(), true,
                    "In the fortnight to %s the difference was %s (95 %% interval %s to %s) over %d entities, after %s when the task was opened; the segment is no longer worse."
                            .formatted(day(analysis.to()), points(now.apart()), points(now.low()), points(now.high()),
                                    now.told().entities(), points(apart)));
        }
        return Optional.of(new Followed(task.id(), segment, fault.get(), now, fresh, closed));
    }

    /// Whether no more than the part is left, none may be, and as much as was there when the task was opened may not: a window of which
    /// little is known closes nothing.
    private static boolean isGone(Measured now, double apart) {
        return now.apart() <= LEFT * apart && now.low() <= 0 && now.high() < apart;
    }

    private static Order order(String topic, ErrorAnalysis analysis, Finding finding, FindingText text) {
        String of = "%ss over %d h: %s".formatted(analysis.task().kind().label(), analysis.task().horizonHours(),
                text.name(finding.segment(), finding.name()));
        String trigger = text.told(analysis.task().kind(), finding, analysis.to()).sentences().stream()
                .map(sentence -> new Verdict.Sentence(sentence, List.of()).shown()).collect(Collectors.joining(" "));
        return new Order(topic, title(finding.fault()).formatted(of), category(finding),
                "In the fortnight to %s: %s".formatted(day(analysis.to()), trigger), hypothesis(finding.fault()),
                "In a later fortnight the difference is at most %s and its 95 %% interval reaches 0 and ends below what it was."
                        .formatted(points(LEFT * finding.confirmed().apart())),
                owner(finding), day(analysis.to()).plusDays(REVIEWED_AFTER_DAYS), facts(finding));
    }

    private static String title(Fault fault) {
        return switch (fault) {
            case TOO_LOW -> "Raise forecasts that are too low for %s";
            case TOO_HIGH -> "Lower forecasts that are too high for %s";
            case UNSURE -> "Tell surges apart better for %s";
        };
    }

    private static String hypothesis(Fault fault) {
        return switch (fault) {
            case TOO_LOW, TOO_HIGH ->
                "The model does not know what is peculiar to this segment; a feature that tells it, more rows of it or a calibration that knows it would state what comes true.";
            case UNSURE ->
                "What tells surges of this segment apart is not among the features, is read too seldom, or is not there to be known; its sources and readings say which.";
        };
    }

    private static Category category(Finding finding) {
        return finding.segment().dimension().equals(Traits.SOURCE)
                ? Category.DATA
                : finding.fault() == Fault.UNSURE ? Category.FEATURE : Category.MODEL;
    }

    private static String owner(Finding finding) {
        return switch (category(finding)) {
            case DATA -> "collect agent";
            case FEATURE -> "feature agent";
            case MODEL, RETRAINING, LABEL, CONTENT -> "model agent";
        };
    }

    private static Map<String, Double> facts(Finding finding) {
        Measured measured = finding.confirmed();
        Map<String, Double> facts = new LinkedHashMap<>();
        facts.put(APART, measured.apart());
        facts.put("low", measured.low());
        facts.put("high", measured.high());
        facts.put("inside", measured.inside());
        facts.put("elsewhere", measured.elsewhere());
        facts.put("stated", measured.told().stated());
        facts.put("came", measured.told().came());
        facts.put("entities", (double) measured.told().entities());
        facts.put("forecasts", (double) measured.told().forecasts());
        facts.put("p", finding.adjusted());
        facts.put(FAULT + finding.fault().label(), 1.0);
        return facts;
    }

    private static String points(double share) {
        return String.format(Locale.ROOT, "%.1f points", 100 * share);
    }

    private static LocalDate day(Instant at) {
        return at.atOffset(ZoneOffset.UTC).toLocalDate();
    }
}
