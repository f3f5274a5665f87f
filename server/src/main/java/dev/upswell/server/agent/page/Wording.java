package dev.upswell.server.agent.page;

import dev.upswell.server.agent.Cadence;
import dev.upswell.server.agent.Rule;
import dev.upswell.server.event.Counted;
import dev.upswell.server.event.Event;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Words;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// How the pages of the agents say cadences, counts, lengths and what an event is about.
final class Wording {

    private final Words words;
    private final Figures figures;

    Wording(Words words, Figures figures) {
        this.words = words;
        this.figures = figures;
    }

    /// Such as "daily 02:00, and on new data".
    String cadence(Cadence cadence) {
        Rule rule = cadence.rule();
        if (!cadence.enabled()) {
            return words.say("agents.off");
        }
        if (rule == null) {
            return words.say(cadence.onNewData() ? "agents.onNewData" : "agents.asked");
        }
        String text = rule instanceof Rule.Every ? words.say("agents.every", rule.text()) : rule.text() + " UTC";
        return cadence.onNewData() ? words.say("agents.andOnNewData", text) : text;
    }

    /// Such as "40 stored, 3 requests"; empty when nothing was counted.
    String counts(Map<String, Long> counts) {
        StringJoiner said = new StringJoiner(", ");
        counts.forEach((name, count) -> {
            if (count != 0) {
                said.add(words.say("agents.count", figures.exact(count), Counted.named(count, name)));
            }
        });
        return said.toString();
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

    /// What an event is about, from the facts that people look for first.
    String about(Event event) {
        StringJoiner said = new StringJoiner(" · ");
        for (String fact : new String[]{"job", "source", "subject", "title", "kind", "task", "day", "reason", "detail",
                "actor"}) {
            Object value = event.facts().get(fact);
            if (value instanceof String text && !text.isBlank()) {
                said.add(text.length() > 160 ? text.substring(0, 160) + "…" : text);
            }
        }
        String counts = counts(event.counts());
        return counts.isEmpty() ? said.toString() : said.add(counts).toString();
    }
}
