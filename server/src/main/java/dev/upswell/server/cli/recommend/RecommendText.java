package dev.upswell.server.cli.recommend;

import dev.upswell.server.cli.Counted;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.recommend.RecommendationDocument;
import dev.upswell.server.seek.LiveDocument;
import dev.upswell.server.seek.LiveFind;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Recommendations as text.
public final class RecommendText {

    private static final int CAPTION = 60;

    private RecommendText() {
    }

    /// Says what was recommended and why, and what was missing.
    public static void tell(Screen screen, RecommendationDocument given) {
        screen.line("%s of %s that may be shown (configuration %s).".formatted(
                Counted.of(given.items().size(), "recommendation"), Counted.of(given.candidates(), "video"),
                given.configuration()));
        given.degraded().forEach(lack -> screen.line(lack.says()));
        if (given.live() != null) {
            tell(screen, given.live());
        }
        if (given.items().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(">place", ">score", ">virality", ">relevance", ">engagement", "video",
                "creator", "tags", "caption");
        for (RecommendationDocument.Item item : given.items()) {
            table.row(String.valueOf(item.place()), number(item.score()), number(item.virality()),
                    number(item.relevance()),
                    number(item.engagement()), item.video(), item.creator() == null ? "–" : item.creator(),
                    item.tags().isEmpty() ? "–" : String.join(", ", item.tags()), caption(item.caption()));
        }
        screen.line(table.toString());
        given.items().forEach(item -> screen.line(item.place() + ". " + item.why()
                + (item.found() == null ? "" : " " + item.found().says()) + found(item.live())));
        if (given.id() != null) {
            screen.line("Kept as " + given.id() + ".");
        }
    }

    private static void tell(Screen screen, LiveDocument live) {
        if (live.source() == null) {
            return;
        }
        screen.line("Queries to %s: %d answered now, %d by what was told before, %d not answered; %s told.".formatted(
                live.source(), live.asked(), live.kept(), live.unanswered(), Counted.of(live.videos(), "video")));
        live.queries().stream().filter(one -> one.detail() != null)
                .forEach(one -> screen.line("  " + one.query() + ": " + one.state() + ", " + one.detail()));
    }

    private static String found(@Nullable LiveFind live) {
        if (live == null) {
            return "";
        }
        return live.forThisList()
                ? " Asked for just now at %s: \"%s\".".formatted(live.source(), live.query())
                : " Told by %s at %s: \"%s\".".formatted(live.source(), live.at(), live.query());
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.2f", value);
    }

    private static String caption(@Nullable String caption) {
        if (caption == null) {
            return "–";
        }
        String line = caption.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= CAPTION
                ? line
                : line.substring(0, line.offsetByCodePoints(0, CAPTION - 1)) + "…";
    }
}
