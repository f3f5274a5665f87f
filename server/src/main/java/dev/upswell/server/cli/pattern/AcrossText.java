package dev.upswell.server.cli.pattern;

import dev.upswell.across.Pooled;
import dev.upswell.across.Share;
import dev.upswell.learn.Interval;
import dev.upswell.server.across.AcrossDocument;
import dev.upswell.server.across.CompetitorDocument;
import dev.upswell.server.across.TransferDocument;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How patterns beyond one search read on a terminal.
final class AcrossText {

    private static final int ROWS = 25;

    private AcrossText() {
    }

    static void show(AcrossDocument document, Screen screen) {
        screen.line("Hashtags of " + document.client() + ", mean engagement rate by length:");
        List<String> heads = new ArrayList<>(List.of("length"));
        document.hashtags().forEach(hashtag -> heads.add(">" + hashtag.name()));
        heads.add(">spread");
        var table = new TextTable(heads.toArray(String[]::new));
        for (AcrossDocument.Bucket bucket : document.buckets()) {
            List<String> cells = new ArrayList<>(List.of(bucket.label()));
            bucket.cells().forEach(
                    cell -> cells.add(cell == null ? "–" : percent(cell.engagement()) + " of " + cell.videos()));
            cells.add(bucket.spread() == null ? "–" : percent(bucket.spread()) + (bucket.varies() ? " !" : ""));
            table.row(cells.toArray(String[]::new));
        }
        screen.line(table.toString());
        document.buckets().forEach(bucket -> bucket.patterns().forEach(pattern -> {
            screen.line("");
            screen.line("%s: %s%s (%s)".formatted(bucket.label(), pattern.good() ? "" : "less engagement: ",
                    pattern.says(), pattern.reach().replace('_', ' ')));
            screen.line("  confirmed in " + String.join(", ", pattern.foundIn()) + pooled(pattern.pooled()));
            pattern.elsewhere().forEach(trial -> screen.line("  %s: %s".formatted(trial.hashtag(),
                    trial.lift() == null
                            ? "too few creators"
                            : "%s%s, q %s%s".formatted(change(trial.lift()), interval(trial.interval()),
                                    number(trial.q()), trial.holds() ? ", holds" : ""))));
        }));
        if (document.patterns() == 0) {
            screen.line("No pattern is confirmed in any of them.");
        }
    }

    private static String pooled(@Nullable Pooled pooled) {
        return pooled == null
                ? ""
                : "; the others together %s%s".formatted(change(pooled.lift()), interval(pooled.interval()));
    }

    static void show(CompetitorDocument document, Screen screen) {
        screen.line("@%s: the newest %,d videos; %,d older ones left out, %,d of unknown engagement or time.".formatted(
                document.handle(), document.videos(), document.left(), document.unknown()));
        if (document.videos() == 0) {
            screen.line("Nothing can be read from them.");
            return;
        }
        screen.line("Habits of one account, seen and not tried: they suggest what to test and prove nothing.");
        parts("length", document.mix(), screen);
        var hashtags = new TextTable("hashtags", "advice", ">lift", ">q", ">best fifth", ">rest", ">videos");
        document.hashtags().stream().limit(ROWS)
                .forEach(one -> hashtags.row("#" + String.join(" #", one.names()), one.advice(),
                        one.lift() == null ? "–" : change(one.lift()), number(one.q()), percent(one.top()),
                        percent(one.rest()), "%,d".formatted(one.videos())));
        if (!document.hashtags().isEmpty()) {
            screen.line("");
            screen.line(hashtags.toString());
        }
        parts("hashtags", document.counts(), screen);
        parts("time, UTC", document.times(), screen);
        List<List<String>> gaps = document.gaps();
        if (gaps != null) {
            screen.line("");
            screen.line(gaps.isEmpty()
                    ? "Nothing to adopt that the own account does not use."
                    : "To adopt, and not used by the own account: "
                            + String.join(", ", gaps.stream().map(one -> "#" + String.join(" #", one)).toList()));
        }
    }

    private static void parts(String head, List<Share> parts, Screen screen) {
        var table = new TextTable(head, ">videos", ">share", ">mean engagement", ">95 %");
        parts.forEach(part -> table.row(part.name(), "%,d".formatted(part.videos()), percent(part.share()),
                percent(part.engagementRate()), part.interval() == null
                        ? "–"
                        : percent(part.interval().low()) + " – " + percent(part.interval().high())));
        screen.line("");
        screen.line(table.toString());
    }

    static void show(TransferDocument document, Screen screen) {
        screen.line(
                "From #%s to #%s: %s".formatted(document.from(), document.to(), document.verdict().replace('_', ' ')));
        screen.line(document.worst() == document.best()
                ? "  score " + number(document.worst())
                : "  score %s to %s, by what is unknown".formatted(number(document.worst()), number(document.best())));
        screen.line("  hashtags %s, audience %s, lifecycle %s".formatted(known(document.hashtags()),
                known(document.audience()), known(document.lifecycle())));
        if (!document.shared().isEmpty()) {
            screen.line("  in both: #" + String.join(" #", document.shared()));
        }
    }

    private static String known(@Nullable Double part) {
        return part == null ? "unknown" : number(part);
    }

    private static String interval(@Nullable Interval interval) {
        return interval == null ? "" : " (%s to %s)".formatted(change(interval.low()), change(interval.high()));
    }

    private static String change(double ratio) {
        return String.format(Locale.ROOT, "%+.0f %%", 100 * ratio);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }
}
