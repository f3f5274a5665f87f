package dev.upswell.server.cli.report;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.Console;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.TextTable;
import dev.upswell.server.cli.Workplace;
import dev.upswell.server.overview.OverviewDocument;
import dev.upswell.server.overview.Overviews;
import dev.upswell.server.overview.View;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `overview`.
@Command(name = "overview", mixinStandardHelpOptions = true, description = "Shows what a role looks at first: indicators of videos, cost, next actions, what moves, how models and data stand (docs/overview.md).")
public final class OverviewCommand implements Callable<Integer> {

    private final Console console;

    @Option(names = "--view", paramLabel = "ROLE", defaultValue = "owner", description = "owner, executive, analyst, planner, creator or admin (default: owner).")
    private String view = "owner";

    @Option(names = "--days", paramLabel = "N", defaultValue = "30", description = "7, 30 or 90: the span of indicators and cost (default: 30).")
    private int days = 30;

    /// The command over this console.
    public OverviewCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<String> views = Arrays.stream(View.values()).map(View::label).toList();
        if (!views.contains(view) || !Overviews.DAYS.contains(days)) {
            throw CommandFailed.wrongUse("there is no such overview",
                    "Of --view say " + String.join(", ", views) + ", of --days 7, 30 or 90.");
        }
        try (Workplace workplace = console.open()) {
            OverviewDocument overview = OverviewDocument.of(workplace.overviews().of(View.of(view), days));
            console.screen().document(overview);
            show(console.screen(), overview);
        }
        return Cli.DONE;
    }

    private static void show(Screen screen, OverviewDocument overview) {
        indicators(screen, overview);
        var cost = overview.cost();
        if (cost != null) {
            var wording = cost.wording();
            screen.line("Language models, " + cost.from() + " to " + cost.to() + ": "
                    + (wording == null ? "none was asked" : wording.toPlainString() + " " + cost.currency()));
            screen.line("Sources: " + (cost.asked().isEmpty()
                    ? "none was asked live"
                    : cost.asked().stream().map(one -> one.source() + " " + one.requests() + " requests")
                            .collect(Collectors.joining(", "))));
        }
        var actions = overview.actions();
        if (actions != null) {
            screen.line(actions.isEmpty() ? "Nothing waits to be done." : "Next:");
            actions.forEach(one -> screen.line("  " + one.what() + " (" + one.who() + ")"));
        }
        var moving = overview.moving();
        if (moving != null) {
            screen.line(moving.isEmpty() ? "No hashtag has a place in the trends yet." : "What moves:");
            moving.forEach(one -> screen.line("  " + one.rank() + " #" + one.name() + " " + share(one.probability())));
        }
        standing(screen, overview);
    }

    private static void indicators(Screen screen, OverviewDocument overview) {
        var kpis = overview.kpis();
        if (kpis == null) {
            if (overview.cost() != null) {
                screen.line("No video is a day old yet, so no indicator is known.");
            }
            return;
        }
        screen.line("Videos posted from " + kpis.from() + " to " + kpis.to() + ", as a day old:");
        TextTable table = new TextTable("indicator", "value", "95 % interval", "videos", "change");
        for (Map.Entry<String, OverviewDocument.Value> entry : kpis.values().entrySet()) {
            OverviewDocument.Value value = entry.getValue();
            Double low = value.low();
            Double high = value.high();
            table.row(entry.getKey(), number(value.value()),
                    low == null || high == null ? "–" : number(low) + " to " + number(high),
                    String.valueOf(value.of()), number(value.change()));
        }
        screen.line(table.toString());
    }

    private static void standing(Screen screen, OverviewDocument overview) {
        var models = overview.models();
        if (models != null) {
            models.forEach(one -> screen.line(one.task() + ": "
                    + (one.model() == null ? "no model serves" : one.model() + ", trained " + one.trainedAt())));
        }
        var data = overview.data();
        if (data != null) {
            screen.line("Data: " + data.sources() + " sources, newest reading "
                    + (data.lastReading() == null ? "none yet" : data.lastReading()) + ", " + data.quarantined()
                    + " rows in quarantine, " + data.alerts() + " alerts not seen");
        }
        var slots = overview.slots();
        if (slots != null) {
            slots.forEach(one -> screen.line("  " + one.day() + " " + one.hour() + ":00 UTC, score "
                    + number(one.strength()) + ", " + one.videos() + " videos"));
        }
        var videos = overview.videos();
        if (videos != null) {
            videos.forEach(one -> screen.line("  " + number(one.score()) + "  " + one.title()));
        }
        var people = overview.people();
        if (people != null) {
            people.forEach((role, count) -> screen.line("  " + role + ": " + count));
        }
    }

    private static String number(@Nullable Double value) {
        return value == null ? "–" : String.format(Locale.ROOT, "%.3f", value);
    }

    private static String share(@Nullable Double probability) {
        return probability == null ? "not scored" : String.format(Locale.ROOT, "%.0f %%", probability * 100);
    }
}
