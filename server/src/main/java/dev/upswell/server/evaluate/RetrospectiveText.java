package dev.upswell.server.evaluate;

import dev.upswell.content.EntityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Writes a retrospective as Markdown: the same figures always give the same bytes.
final class RetrospectiveText {

    private static final String UNKNOWN = "–";

    private RetrospectiveText() {
    }

    /// The line by which a section is found again in the file.
    static String marker(String week) {
        return "<!-- upswell retrospective " + week + " -->";
    }

    /// The section of this week, ending with a line break.
    static String of(Retrospective week) {
        StringBuilder text = new StringBuilder();
        text.append(marker(week.week())).append("\n## Week ").append(week.week()).append(", ").append(week.start())
                .append(" to ").append(week.end()).append("\n\n");
        week.parts().forEach(part -> part(part, text));
        return text.toString();
    }

    private static void part(Retrospective.Part part, StringBuilder text) {
        Retrospective.WeekFigures now = part.figures();
        text.append("### ").append(kinds(part.task().kind())).append(", ").append(part.task().horizonHours())
                .append(" h ahead\n\n")
                .append(line("Predictions %,d · cuts %d · surged %d · of them called %d · missed %d · false surges %d",
                        now.pairs(), now.cuts(), now.surges(), now.hits(), now.misses(), now.falseSurges()))
                .append("\n\n");
        table(now, part.before(), text);
        calls("Best calls", part.best(), text);
        calls("Missed", part.missed(), text);
        calls("False surges", part.falseAlarms(), text);
        if (!part.causes().isEmpty()) {
            text.append("Why calls were wrong:\n\n");
            part.causes().forEach(one -> text.append(line("- %s, %s: %d\n", one.verdict().code().replace('_', ' '),
                    one.cause().code().replace('_', ' '), one.calls())));
            text.append('\n');
        }
        text.append("Models that served:\n\n");
        part.served().forEach(one -> text.append(line("- %s %s, from %s\n", one.family(),
                one.model().toString().substring(0, 8), one.from())));
        text.append('\n');
        changes(part.changes(), text);
    }

    private static void changes(@Nullable List<Retrospective.Change> changes, StringBuilder text) {
        if (changes == null || changes.isEmpty()) {
            return;
        }
        text.append("What happened to models:\n\n");
        changes.forEach(one -> text.append(line("- %s: %s %s %s%s\n", one.at(), one.family(),
                one.model().toString().substring(0, 8), said(one.what()),
                one.reason() == null ? "" : ". " + one.reason())));
        text.append('\n');
    }

    private static String said(Retrospective.Happening what) {
        return switch (what) {
            case PROMOTED -> "was promoted";
            case ROLLED_BACK -> "was rolled back";
            case REJECTED -> "was rejected";
            case AWAITS -> "awaits approval";
            case DRIFTED -> "sees what it was not trained on: drift was confirmed";
        };
    }

    private static void table(Retrospective.WeekFigures now, List<Retrospective.WeekFigures> before,
            StringBuilder text) {
        List<Retrospective.WeekFigures> weeks = new ArrayList<>(List.of(now));
        weeks.addAll(before);
        text.append("| figure |");
        weeks.forEach(week -> text.append(' ').append(week.start()).append(" |"));
        text.append("\n|---|").append("---:|".repeat(weeks.size())).append('\n');
        row("precision@10", weeks, week -> share(week.precisionAt10()), text);
        row("recall at R", weeks, week -> share(week.recallAtR()), text);
        row("median lead over hits, h", weeks, week -> number(week.leadHours(), 1), text);
        row("views in their 90 % range", weeks, week -> share(week.coverage()), text);
        row("calibration error (14 days)", weeks, week -> number(week.ece(), 3), text);
        row("PR-AUC (14 days)", weeks, week -> number(week.prAuc(), 3), text);
        row("prevalence (14 days)", weeks, week -> share(week.prevalence()), text);
        text.append('\n');
    }

    private static void row(String name, List<Retrospective.WeekFigures> weeks,
            Function<Retrospective.WeekFigures, String> value, StringBuilder text) {
        text.append("| ").append(name).append(" |");
        weeks.forEach(week -> text.append(' ').append(value.apply(week)).append(" |"));
        text.append('\n');
    }

    private static void calls(String title, List<Retrospective.Call> calls, StringBuilder text) {
        if (calls.isEmpty()) {
            return;
        }
        text.append(title).append(":\n\n");
        calls.forEach(call -> {
            Double lead = call.leadHours();
            Cause cause = call.cause();
            text.append(line("- %s at %s: stated %s, grew %+.0f %%", call.name(), call.cut(),
                    share(call.probability()), 100 * Math.expm1(call.growth())))
                    .append(lead == null ? "" : line(", %.1f h before the bar", lead))
                    .append(cause == null ? "" : "; " + cause.code().replace('_', ' ')).append('\n');
        });
        text.append('\n');
    }

    private static String kinds(EntityKind kind) {
        String label = kind.label();
        return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1) + "s";
    }

    private static String share(@Nullable Double share) {
        return share == null ? UNKNOWN : line("%.1f %%", 100 * share);
    }

    private static String number(@Nullable Double value, int places) {
        return value == null ? UNKNOWN : line("%." + places + "f", value);
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
