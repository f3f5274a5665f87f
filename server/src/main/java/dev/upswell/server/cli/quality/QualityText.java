package dev.upswell.server.cli.quality;

import dev.upswell.quality.GateLimit;
import dev.upswell.quality.GateRule;
import dev.upswell.quality.Verdict;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.quality.QualityRepository.Batch;
import dev.upswell.server.quality.QualityRepository.Failure;
import dev.upswell.server.quality.QualityRepository.Latest;
import dev.upswell.server.quality.QualityRepository.Result;
import dev.upswell.server.quality.StalenessRepository.Source;
import dev.upswell.server.quality.StalenessRepository.Watched;
import dev.upswell.server.quality.Values;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What quality gates found, as lines for people.
final class QualityText {

    private QualityText() {
    }

    /// All that the command tells.
    record Summary(List<Latest> findings, List<Batch> held, List<Source> sources, List<Watched> watched) {
    }

    /// One batch.
    record Whole(Batch batch, List<Result> results, List<Failure> failures) {
    }

    static List<String> lines(Summary summary) {
        if (summary.findings().isEmpty()) {
            return List.of("No batch has come through the quality gates yet.");
        }
        List<String> lines = new ArrayList<>();
        var table = new TextTable("source", "rule", ">found", ">of", "verdict", "what was seen");
        summary.findings().stream().filter(one -> one.finding().verdict() != Verdict.UNJUDGED)
                .forEach(one -> table.row(one.source(), one.finding().rule().label(), Values.text(one.finding()),
                        Long.toString(one.finding().cases()), one.finding().verdict().label(), one.finding().detail()));
        lines.add(table.toString());
        var ages = new TextTable("source", "newest reading", "state");
        summary.sources().forEach(source -> ages.row(source.name(), String.valueOf(source.newest()), state(source)));
        lines.add(ages.toString());
        if (!summary.watched().isEmpty()) {
            var watched = new TextTable("watched", "source", "last page", "state");
            summary.watched().forEach(one -> watched.row(one.subject(), one.source(),
                    one.lastPage() == null ? "none yet" : one.lastPage().toString(), one.stale() ? "stale" : "fresh"));
            lines.add(watched.toString());
        }
        if (!summary.held().isEmpty()) {
            lines.add("Set aside until you let them in or drop them:");
            lines.add(batches(summary.held()).toString());
        }
        return lines;
    }

    private static String state(Source source) {
        String frozen = source.frozen();
        if (frozen != null) {
            return "frozen: " + frozen;
        }
        return switch (source.freshness().verdict()) {
            case UNJUDGED -> "from files";
            case PASS -> "fresh";
            case WARN, BLOCK -> "stale";
        };
    }

    static List<String> lines(Whole whole) {
        List<String> lines = new ArrayList<>();
        lines.add(batches(List.of(whole.batch())).toString());
        var table = new TextTable("source", "rule", ">found", ">failed", ">of", "verdict", "what was seen");
        whole.results().forEach(one -> table.row(one.source(), one.finding().rule().label(),
                Values.text(one.finding()), Long.toString(one.finding().failed()), Long.toString(one.finding().cases()),
                one.finding().verdict().label(), one.finding().detail()));
        lines.add(table.toString());
        if (!whole.failures().isEmpty()) {
            var failed = new TextTable("entity", "rule", "counter", ">before", ">then", "at");
            whole.failures().forEach(one -> failed.row(one.kind() + " " + one.entity(), one.rule(), one.counter(),
                    number(one.before()), number(one.after()), one.observedAt().toString()));
            lines.add(failed.toString());
        }
        return lines;
    }

    private static String number(@Nullable Long number) {
        return number == null ? "–" : number.toString();
    }

    static TextTable batches(List<Batch> batches) {
        var table = new TextTable("batch", "name", "verdict", "state", ">set aside", "judged at");
        batches.forEach(one -> table.row(one.id().toString(), one.name(), one.verdict(), one.state(),
                Long.toString(one.heldRows()), one.judgedAt().toString()));
        return table;
    }

    static TextTable rules(List<GateLimit> limits) {
        var table = new TextTable("rule", ">warns above", ">sets aside above", ">judges from");
        limits.forEach(one -> table.row(one.rule().label(), written(one.rule(), one.warnAbove()),
                written(one.rule(), one.blockAbove()), Long.toString(one.least())));
        return table;
    }

    private static String written(GateRule rule, @Nullable Double limit) {
        return limit == null ? "never" : Values.text(rule, limit);
    }
}
