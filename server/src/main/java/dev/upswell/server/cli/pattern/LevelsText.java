package dev.upswell.server.cli.pattern;

import dev.upswell.server.across.BenchmarkDocument;
import dev.upswell.server.across.BenchmarkDocument.Figure;
import dev.upswell.server.across.BenchmarkDocument.Length;
import dev.upswell.server.across.Benchmarks;
import dev.upswell.server.across.IndustryDocument;
import dev.upswell.server.across.LevelsDocument;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// How levels, benchmarks and industries read on a terminal.
final class LevelsText {

    private LevelsText() {
    }

    static void show(LevelsDocument document, Screen screen) {
        LevelsDocument.Looked looked = document.looked();
        screen.line("Searches: %,d, clients: %,d, industries: %,d%s.".formatted(looked.searches(), looked.clients(),
                looked.industries(), looked.left() == 0 ? "" : "; older searches left out: " + looked.left()));
        if (!looked.unplaced().isEmpty()) {
            screen.line("Left out, because nobody has said their industry: " + String.join(", ", looked.unplaced())
                    + ". Say it with \"upswell patterns industries place\".");
        }
        if (document.patterns().isEmpty()) {
            screen.line("No pattern is confirmed in any of them.");
        }
        for (LevelsDocument.Pattern pattern : document.patterns()) {
            screen.line("");
            screen.line("%s: %s%s (%s%s)".formatted(pattern.label(), pattern.good() ? "" : "less engagement: ",
                    pattern.says(), pattern.level().equals("none") ? "not placed" : pattern.level(),
                    pattern.names().isEmpty() ? "" : ": " + String.join(", ", pattern.names())));
            var table = new TextTable("  level", "of", ">holds in", ">contrary in", ">clients", ">industries", "holds");
            pattern.standings()
                    .forEach(one -> table.row("  " + one.level(), one.name().isEmpty() ? "all" : one.name(),
                            one.held() + " of " + one.tried(), String.valueOf(one.contradicted()),
                            String.valueOf(one.clients()), String.valueOf(one.industries()),
                            one.holds() ? "yes" : "not shown"));
            screen.line(table.toString());
        }
    }

    static void show(BenchmarkDocument document, Screen screen) {
        screen.line("%s among clients of %s:".formatted(document.client(), document.industryName()));
        if (document.lengths().isEmpty()) {
            screen.line("No video was suitable in any of its searches.");
        }
        for (Length length : document.lengths()) {
            screen.line("");
            screen.line("Videos of %s: %s".formatted(length.label(), state(length)));
            var table = new TextTable("measure", ">client", ">middle", ">middle half", "");
            for (Figure figure : length.figures()) {
                table.row(figure.measure(), value(figure.own(), figure), value(figure.median(), figure),
                        figure.lower() == null
                                ? "–"
                                : value(figure.lower(), figure) + " – " + value(figure.upper(), figure),
                        figure.position() == null ? "" : figure.position());
            }
            screen.line(table.toString());
        }
    }

    private static String state(Length length) {
        return switch (length.state()) {
            case "told" -> "%d clients or more, as made in the quarter from %s".formatted(length.atLeast(),
                    length.quarter());
            case "too_few" -> "clients with 20 videos of it: %d; five are needed, so that nobody can be recognised"
                    .formatted(length.clients());
            case "dominated" -> "one client has more than half of the videos, so that a benchmark would tell of it";
            default -> "not made yet: ask with --make";
        };
    }

    static void show(Benchmarks.Made made, Screen screen) {
        screen.line(
                "By lengths of industries: %d made, %d stand as they were, %d wait until three clients differ, %d withheld."
                        .formatted(made.made(), made.standing(), made.waiting(), made.withheld()));
    }

    static void show(List<IndustryDocument> industries, Screen screen) {
        var table = new TextTable("industry", "name", "category", "cluster", ">engagement", "lengths", "", "clients");
        industries.forEach(one -> table.row(one.key(), one.name(), one.category(), one.cluster(),
                one.typicalEngagement() == null ? "–" : percent(one.typicalEngagement()),
                one.labels().isEmpty() ? "–" : String.join(", ", one.labels()),
                one.own() ? (one.builtIn() ? "changed" : "added") : "built in", String.join(", ", one.clients())));
        screen.line(table.toString());
    }

    private static String value(@Nullable Double value, Figure figure) {
        return value == null
                ? "–"
                : figure.measure().equals("consistency")
                        ? String.format(Locale.ROOT, "%.2f", value)
                        : percent(value);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
