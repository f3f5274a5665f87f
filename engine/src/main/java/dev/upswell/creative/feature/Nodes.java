package dev.upswell.creative.feature;

import dev.upswell.creative.Node;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks into payloads, where the same thing may be written in several ways.
final class Nodes {

    /// `5s`, `5`, `5.5s` or `0-7s`.
    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)(?:-(\\d+(?:\\.\\d+)?))?s?");

    private static final Set<String> UNKNOWN = Set.of("", "unknown", "unavailable");

    private Nodes() {
    }

    /// A stretch of time.
    ///
    /// @param to when it ends; empty for a point
    record Span(double from, OptionalDouble to) {
    }

    /// What stands at this path; empty where the payload ends before.
    static Optional<Node> at(Node node, List<String> path) {
        Node here = node;
        for (String name : path) {
            Node next = here instanceof Node.Fields(var parts) ? parts.get(name) : null;
            if (next == null) {
                return Optional.empty();
            }
            here = next;
        }
        return Optional.of(here);
    }

    /// A named part of an entry; the entry itself for `self`.
    static Optional<Node> part(Node entry, String name) {
        return name.equals("self") ? Optional.of(entry) : at(entry, List.of(name));
    }

    static OptionalDouble amount(Node node) {
        return switch (node) {
            case Node.Amount(double value) -> OptionalDouble.of(value);
            case Node.Truth(boolean value) -> OptionalDouble.of(value ? 1 : 0);
            case Node.Text _,Node.Fields _,Node.Items _,Node.Nothing _ -> OptionalDouble.empty();
        };
    }

    /// The word that stands here in lower case with underscores, numbers and truths written out; empty where it says that nothing is
    /// known.
    static Optional<String> word(Node node) {
        String word = switch (node) {
            case Node.Text(String value) -> value.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]+", "_");
            case Node.Truth(boolean value) -> String.valueOf(value);
            case Node.Amount(double value) -> value == Math.rint(value)
                    ? String.valueOf((long) value)
                    : String.valueOf(value);
            case Node.Fields _,Node.Items _,Node.Nothing _ -> "";
        };
        return UNKNOWN.contains(word) ? Optional.empty() : Optional.of(word);
    }

    /// Whether the word that stands here is one of those between the strokes.
    static boolean isOneOf(Node node, String alternatives) {
        return word(node).filter(List.of(alternatives.split("\\|", -1))::contains).isPresent();
    }

    /// The time told here: a number of seconds, a text, or an object with a timestamp.
    static Optional<Span> time(Node node) {
        return switch (node) {
            case Node.Amount(double value) -> Optional.of(new Span(value, OptionalDouble.empty()));
            case Node.Text(String value) -> time(value.strip());
            case Node.Fields(var parts) -> Optional.ofNullable(parts.get("timestamp"))
                    .filter(told -> !(told instanceof Node.Fields)).flatMap(Nodes::time);
            case Node.Truth _,Node.Items _,Node.Nothing _ -> Optional.empty();
        };
    }

    private static Optional<Span> time(String text) {
        Matcher time = TIME.matcher(text);
        if (!time.matches()) {
            return Optional.empty();
        }
        String end = time.group(2);
        return Optional.of(new Span(Double.parseDouble(time.group(1)),
                end == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(end))));
    }
}
