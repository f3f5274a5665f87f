package dev.upswell.server.narrative.page;

import dev.upswell.server.narrative.NarrativeDocument;
import dev.upswell.server.web.Figures;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Words;
import dev.upswell.server.wording.Worded;
import java.util.List;
import java.util.stream.Collectors;

/// A narrative as pages show it.
///
/// @param page of what it is about
/// @param steps what was tried and failed before, as one line; empty where nothing was
record NarrativeView(NarrativeDocument told, String page, List<Bullet> bullets, String steps) {

    /// A sentence with the facts that it cites.
    record Bullet(String text, List<Fact> facts) {
    }

    /// A fact with its value in words.
    record Fact(NarrativeDocument.Row row, String value) {
    }

    static NarrativeView of(NarrativeDocument told, Words words, Figures figures) {
        return new NarrativeView(told, page(told.entity()),
                told.bullets().stream()
                        .map(bullet -> new Bullet(bullet.text(),
                                bullet.facts().stream().map(row -> new Fact(row, value(row, words, figures))).toList()))
                        .toList(),
                told.steps().stream().map((Worded.Step step) -> step.who() + ": " + step.ended())
                        .collect(Collectors.joining("; ")));
    }

    /// The page of an entity or a theme that is told as kind/id.
    static String page(String entity) {
        String plain = entity.strip();
        return plain.startsWith("theme/")
                ? Link.to("/themes", plain.substring("theme/".length())).toString()
                : Link.to("/entities", plain.split("/", 2)).toString();
    }

    private static String value(NarrativeDocument.Row row, Words words, Figures figures) {
        Double value = row.value();
        if (value == null) {
            return String.valueOf(row.of());
        }
        return switch (row.unit()) {
            case "share" -> figures.percent(value, 1);
            case "change" -> figures.change(value);
            case "effect" -> words.say("narratives.unit.effect", figures.signed(value, 2));
            case "per_minute" -> words.say("narratives.unit.per_minute", figures.exact(value));
            default -> figures.exact(value);
        };
    }
}
