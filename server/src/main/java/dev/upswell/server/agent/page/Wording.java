package dev.upswell.server.agent.page;

import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.event.Counted;
import dev.upswell.server.event.Event;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How the pages of the agents say cadences, counts, lengths and what an event is about.
final class Wording {

    private static final int LONGEST = 160;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern FORECAST = Pattern.compile("([a-z]+)/(\\d+)h");

    private final Words words;
    private final Figures figures;

    Wording(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// Such as "daily at 02:00 UTC, and on new data".
    String cadence(Cadence cadence) {
        Rule rule = cadence.rule();
        if (!cadence.enabled()) {
            return words.say("agents.off");
        }
        if (rule == null) {
            return words.say(cadence.onNewData() ? "agents.onNewData" : "agents.asked");
        }
        String text = switch (rule) {
            case Rule.Every every -> every(every.period());
            case Rule.OnDays days -> days(days);
        };
        return cadence.onNewData() ? words.say("agents.andOnNewData", text) : text;
    }

    private String every(Duration period) {
        if (period.toMinutes() % 60 != 0) {
            return words.say("agents.every.minutes", period.toMinutes());
        }
        return period.toHours() % 24 == 0
                ? words.say("agents.every.days", period.toDays())
                : words.say("agents.every.hours", period.toHours());
    }

    private String days(Rule.OnDays rule) {
        if (rule.days().size() == DayOfWeek.values().length) {
            return words.say("agents.daily", rule.time());
        }
        String days = rule.days().stream().sorted().map(day -> words.say("explain.weekday." + day.getValue()))
                .collect(Collectors.joining(", "));
        return words.say("agents.weekly", days, rule.time());
    }

    /// Such as "40 stored, 3 requests"; empty when nothing was counted.
    String counts(Map<String, Long> counts) {
        StringJoiner said = new StringJoiner(", ");
        counts.forEach((name, count) -> {
            if (count != 0) {
                said.add(counted(name, count));
            }
        });
        return said.toString();
    }

    private String counted(String name, long count) {
        return words.say("agents.count", figures.exact(count),
                words.sayOr((count == 1 ? "counted.one." : "counted.") + name, Counted.named(count, name)));
    }

    /// Such as "1.5 s"; a dash for what has no length.
    String length(@Nullable Duration took) {
        if (took == null) {
            return "–";
        }
        return took.toSeconds() < 60
                ? words.say("agents.seconds", figures.score(took.toMillis() / 1000.0, 1))
                : words.say("agents.minutes", took.toMinutes(), took.toSecondsPart());
    }

    private String fact(String text) {
        Matcher forecast = FORECAST.matcher(text);
        return forecast.matches()
                ? words.say("task", words.sayOr("kinds." + forecast.group(1), forecast.group(1)), forecast.group(2))
                : text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : words.sayOr("live.answer." + text, text);
    }

    /// What an event is about, from the facts that people look for first.
    String about(Event event) {
        StringJoiner said = new StringJoiner(" · ");
        for (String fact : new String[]{"job", "source", "subject", "title", "kind", "task", "day", "reason", "detail",
                "actor"}) {
            Object value = event.facts().get(fact);
            if (value instanceof String text && !text.isBlank() && !ID.matcher(text).matches()) {
                said.add(fact(text));
            }
        }
        String counts = counts(event.counts());
        return counts.isEmpty() ? said.toString() : said.add(counts).toString();
    }
}
