package dev.upswell.server.cli.pattern;

import dev.upswell.pattern.BucketAnalysis.ModelFigures;
import dev.upswell.pattern.Evidence;
import dev.upswell.pattern.select.Exclusion;
import dev.upswell.pattern.select.Selection;
import dev.upswell.pattern.select.Widened;
import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.creative.AnalysisReport;
import dev.upswell.server.creative.BucketDocument;
import dev.upswell.server.creative.PatternDocument;
import dev.upswell.server.creative.PatternRun;
import dev.upswell.server.creative.RunDocument;
import dev.upswell.server.creative.RunSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How patterns read on a terminal.
final class PatternText {

    private static final int REFUSALS = 20;
    private static final int OPEN = 10;

    private PatternText() {
    }

    static void report(Path file, AnalysisReport report, Screen screen) {
        screen.line(
                "%s: %s of %s stored, %,d of them in place of others; %,d known already; %,d refused.".formatted(file,
                        Counted.of(report.stored(), "payload"), Counted.of(report.videos(), "video"), report.replaced(),
                        report.unchanged(), report.refusedCount()));
        if (!report.constants().isEmpty()) {
            screen.line("%s are constants of their analyser, and nothing is learnt from them: %s.".formatted(
                    Counted.of(report.constants().size(), "feature"),
                    report.constants().keySet().stream().sorted().collect(Collectors.joining(", "))));
        }
        if (report.withoutConfidence() > 0) {
            screen.line("%,d values were left out because their analyser has no confidence in them."
                    .formatted(report.withoutConfidence()));
        }
        report.refused().stream().limit(REFUSALS).forEach(one -> screen.remark(one.place() + " " + one.reason()));
        if (report.refusedCount() > REFUSALS) {
            screen.remark("… and %,d more".formatted(report.refusedCount() - REFUSALS));
        }
    }

    static TextTable table(List<RunSummary> runs) {
        var table = new TextTable("id", "client", "videos of", "state", ">videos", ">confirmed", "begun");
        runs.forEach(run -> table.row(run.id(), run.client(), run.subject(), run.state(),
                "%,d".formatted(run.progress().videos()),
                run.confirmed() == null ? "–" : "%,d".formatted(run.confirmed()), run.begunAt().toString()));
        return table;
    }

    static void show(RunDocument document, Screen screen) {
        RunSummary run = document.run();
        screen.line("Search %s for %s in %s%s: %s.".formatted(run.id(), run.client(),
                run.kind().equals("all") ? "" : "videos of ", run.subject(),
                run.state().equals("open") ? "not done" : run.state()));
        chosen(document, screen);
        if (run.failure() != null) {
            screen.line(run.failure());
        }
        if (run.state().equals("open")) {
            screen.line("%,d of %,d videos are read. Go on with \"upswell patterns resume %s\".".formatted(
                    run.progress().done(), run.progress().videos(), run.id()));
        }
        if (document.buckets().isEmpty()) {
            return;
        }
        screen.line("");
        screen.line(mix(document.buckets()).toString());
        document.buckets().forEach(bucket -> bucket(bucket, screen));
        screen.line("");
        screen.line("%s confirmed, of %s tested on videos that had not suggested them.".formatted(
                Counted.of(run.confirmed() == null ? 0 : run.confirmed(), "pattern"),
                Counted.of(run.tested() == null ? 0 : run.tested(), "choice")));
    }

    private static void chosen(RunDocument document, Screen screen) {
        screen.line("%,d of %s are looked at.".formatted(document.chosen().taken(),
                Counted.of(document.chosen().candidates(), "video")));
        if (document.chosen().validated() + document.chosen().rejected() > 0) {
            screen.line(
                    "  %,d of trials that validated their pattern count double, %,d of trials that rejected it as any other"
                            .formatted(document.chosen().validated(), document.chosen().rejected()));
        }
        document.chosen().widened().forEach(one -> screen.line("  " + widened(one)));
        Map<Exclusion, Integer> reasons = document.chosen().reasons();
        Stream.of(Exclusion.values()).filter(reasons::containsKey)
                .forEach(why -> screen.line("  %,d left out: %s".formatted(reasons.getOrDefault(why, 0),
                        why.words())));
        int outliers = document.chosen().buckets().stream().mapToInt(Selection.Bucket::outliers).sum();
        int celebrities = document.chosen().buckets().stream().mapToInt(Selection.Bucket::celebrities).sum();
        screen.line("  %,d flagged and kept: far above the others of their length".formatted(outliers));
        screen.line("  %,d at half weight: their reach may be their creator's fame".formatted(celebrities));
        document.chosen().reach().forEach(one -> screen.line(
                "  %s: views are %.1f times those that 2 %% of the followers would make (medians of %s, %,d above)"
                        .formatted(one.bucket().label(), one.times(), Counted.of(one.videos(), "video"), one.above())));
        PatternRun.Progress progress = document.run().progress();
        screen.line("  %,d of %,d told by analysers or by hand, the others by their metadata; %,d could not be read"
                .formatted(
                        progress.analysed(), progress.read(), progress.failed()));
        document.failures().forEach(one -> screen.line("    %,d: %s (for example %s)".formatted(one.videos(),
                one.reason(), one.example())));
    }

    /// For example `15–30 s had 12 of 50 videos and has 40: 10 of other dates, first day 2026-01-04; 18 of #food (likeness 0.31)`.
    private static String widened(Widened one) {
        List<String> parts = new ArrayList<>();
        if (one.drawn() > 0) {
            parts.add("%,d further ones of the same dates".formatted(one.drawn()));
        }
        if (one.otherDates() > 0) {
            parts.add("%,d of other dates%s%s".formatted(one.otherDates(),
                    one.from() == null ? "" : ", first day " + day(one.from()),
                    one.to() == null ? "" : ", all before " + day(one.to())));
        }
        one.lent().forEach(lent -> parts.add("%,d of #%s (beside the hashtag in %s, likeness %.2f)".formatted(
                lent.videos(), lent.hashtag(), Counted.of(lent.together(), "stored video"), lent.likeness())));
        return "%s had %,d of %,d wanted videos and has %,d: %s".formatted(one.bucket().label(), one.before(),
                one.wanted(), one.after(), String.join("; ", parts));
    }

    private static String day(Instant at) {
        return at.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static TextTable mix(List<BucketDocument> buckets) {
        var table = new TextTable("length", ">videos", ">mean", ">95 %", ">mix", "verdict", "depth");
        buckets.forEach(one -> table.row(one.label(), "%,d".formatted(one.figures().videos()),
                percent(one.figures().mean()),
                one.figures().interval() == null
                        ? "–"
                        : percent(one.figures().interval().low()) + " – " + percent(one.figures().interval().high()),
                one.figures().share() == null ? "–" : percent(one.figures().share()),
                one.depth().equals("insufficient")
                        ? "too few videos"
                        : one.verdict() == null ? "–" : one.verdict().replace('_', ' '),
                one.depth().equals("insufficient") ? "insufficient data" : one.depth()));
        return table;
    }

    private static void bucket(BucketDocument one, Screen screen) {
        screen.line("");
        screen.line("Videos of " + one.label());
        if (!one.length()) {
            screen.line(
                    "  No length: short and long ones are mixed, and length itself may stand behind what is found.");
        }
        if (one.depth().equals("insufficient")) {
            screen.line("  Insufficient data: %s, and patterns need 20."
                    .formatted(Counted.of(one.figures().videos(), "video")));
            return;
        }
        if (one.patterns().isEmpty() && one.antiPatterns().isEmpty()) {
            screen.line("  No pattern is confirmed.");
        }
        one.patterns().forEach(pattern -> pattern(pattern, "", screen));
        one.antiPatterns().forEach(pattern -> pattern(pattern, "Goes with less engagement: ", screen));
        if (!one.notConfirmed().isEmpty()) {
            screen.line("  Suggested by some videos, not confirmed by the others:");
            one.notConfirmed().stream().limit(OPEN).forEach(
                    pattern -> screen.line("    %s%s (q %s)".formatted(pattern.good() ? "" : "less engagement: ",
                            pattern.says(), small(pattern.evidence().q()))));
        }
        models(one, screen);
    }

    private static void models(BucketDocument one, Screen screen) {
        if (one.foretelling() > 0) {
            screen.line("  Models on videos they did not see: %s%s".formatted(
                    one.models().stream().filter(model -> model.explained() != null).map(PatternText::model)
                            .collect(Collectors.joining(", ")),
                    one.better() == 0 ? "; all lose to the mean" : ""));
        }
    }

    private static String model(ModelFigures model) {
        return model.name() + (model.votes() ? "" : " (for comparison)") + " R² " + number(model.explained(), "%.2f");
    }

    private static void pattern(PatternDocument one, String before, Screen screen) {
        Evidence evidence = one.evidence();
        screen.line("  %s%s".formatted(before, one.says()));
        screen.line("    %s; %s of the top tenth, %s of the middle, %s of the bottom; effect %s; q %s; %d of 4 models"
                .formatted(one.label().replace('_', ' '), percent(evidence.top()), percent(evidence.middle()),
                        percent(evidence.bottom()), measured(evidence.effect()), small(evidence.q()),
                        evidence.votes()));
        if (!one.proxies().isEmpty()) {
            screen.line("    may stand for: " + String.join("; ", one.proxies()));
        }
    }

    private static String measured(Evidence.@Nullable Measured effect) {
        return effect == null
                ? "–"
                : "%s (%s – %s)".formatted(number(effect.value(), "%+.2f"), number(effect.interval().low(), "%+.2f"),
                        number(effect.interval().high(), "%+.2f"));
    }

    private static String small(@Nullable Double share) {
        return share != null && share < .001 ? "below 0.001" : number(share, "%.3f");
    }

    /// Nothing is below nought that rounds to it.
    private static String number(@Nullable Double value, String format) {
        return value == null ? "–" : String.format(Locale.ROOT, format, value).replaceFirst("^-(0\\.0+)$", "$1");
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
