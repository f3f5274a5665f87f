package dev.upswell.creative.feature;

import dev.upswell.creative.Absence;
import dev.upswell.creative.FeatureValue;
import dev.upswell.creative.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/// Makes a value of what stands at a place in a payload.
///
/// @param length of the video in seconds; infinite where it is unknown
record PlaceReader(Node.Fields payload, double length) {

    private static final FeatureValue NOT_TOLD = new FeatureValue.Absent(Absence.NOT_TOLD);
    private static final FeatureValue NONE = new FeatureValue.Absent(Absence.DOES_NOT_OCCUR);
    private static final FeatureValue UNUSABLE = new FeatureValue.Absent(Absence.UNUSABLE);

    FeatureValue read(Place place) {
        if (!place.unless().isEmpty() && place.unless().stream().allMatch(this::holds)) {
            return new FeatureValue.Absent(Absence.NOT_MEASURED);
        }
        if (!place.given().isEmpty() && Nodes.at(payload, place.given()).map(Nodes::amount)
                .filter(amount -> amount.isPresent() && amount.getAsDouble() == 0).isPresent()) {
            return NONE;
        }
        return Nodes.at(payload, place.path()).map(node -> value(node, place.verb(), place.words())).orElse(NOT_TOLD);
    }

    private boolean holds(Place.Condition condition) {
        return Nodes.at(payload, condition.path()).filter(node -> switch (node) {
            case Node.Text(String text) -> text.equals(condition.value());
            case Node.Amount(double value) -> condition.value().equals("0") && value == 0;
            case Node.Truth(boolean truth) -> condition.value().equals(String.valueOf(truth));
            case Node.Fields _,Node.Items _,Node.Nothing _ -> false;
        }).isPresent();
    }

    private FeatureValue value(Node node, Verb verb, List<String> words) {
        return switch (verb) {
            case NUMBER -> scaled(node, 1);
            case FLAG, POSITIVE -> of(Nodes.amount(node).stream().map(value -> value > 0 ? 1 : 0));
            case PERCENT -> scaled(node, 0.01);
            case TIMES -> scaled(node, Double.parseDouble(words.get(0)));
            case IS -> is(node, words.get(0));
            case PLUS -> other(words.get(0)).map(other -> of(Nodes.amount(node).stream().map(value -> value + other)))
                    .orElse(NOT_TOLD);
            case OVER -> other(words.get(0)).map(other -> other == 0 ? NONE : scaled(node, 1 / other)).orElse(NOT_TOLD);
            case OVER_LENGTH -> Double.isInfinite(length)
                    ? new FeatureValue.Absent(Absence.LENGTH_UNKNOWN)
                    : scaled(node, 1 / length);
            case AT -> share(Nodes.time(node).stream().mapToDouble(Nodes.Span::from),
                    node instanceof Node.Nothing ? NONE : UNUSABLE);
            case PAIR -> pair(node, words.get(0), words.get(1));
            case COUNT, ANY, CHANGES -> count(node, verb);
            case HOLDS, MATCHING, PORTION, TOTAL, HIGHEST, AVERAGE, MEAN, MAX, MIN, FIRST_AT, FIRST_SECOND, SHARE,
                    CURVE ->
                node instanceof Node.Items(var entries) ? list(entries, verb, words) : UNUSABLE;
        };
    }

    private FeatureValue list(List<Node> entries, Verb verb, List<String> words) {
        return switch (verb) {
            case HOLDS -> whether(entries.stream().anyMatch(entry -> Nodes.isOneOf(entry, words.get(0))));
            case MATCHING -> present(entries.stream().flatMap(entry -> Nodes.part(entry, words.get(0)).stream())
                    .filter(part -> Nodes.isOneOf(part, words.get(1))).count());
            case PORTION -> present(entries.stream().mapToDouble(entry -> Nodes.isOneOf(entry, words.get(0)) ? 1 : 0)
                    .average().orElse(0));
            case TOTAL -> present(field(entries, words.get(0)).sum());
            case HIGHEST -> present(field(entries, words.get(0)).max().orElse(0));
            case AVERAGE -> present(field(entries, words.get(0)).average().orElse(0));
            case MEAN -> present(field(entries, "self").average().orElse(0));
            case MAX -> present(field(entries, "self").max().orElse(0));
            case MIN -> of(field(entries, "self").boxed().min(Double::compare).stream());
            case FIRST_AT -> share(times(entries, words.get(0)), NONE);
            case FIRST_SECOND -> of(times(entries, words.get(0)).boxed().min(Double::compare).stream());
            case SHARE -> present(Timeline.of(entries, words.get(0), length).share(words.get(1), words.get(2)));
            case CURVE -> Curve.of(entries, words.get(0), words.get(1), length).statistic(words.get(2));
            case NUMBER, FLAG, POSITIVE, PERCENT, TIMES, IS, PLUS, OVER, OVER_LENGTH, AT, PAIR, COUNT, ANY, CHANGES ->
                throw new IllegalStateException(
                        "verb (" + verb + ") must be one of lists\nMaybe it was added here only.");
        };
    }

    private static FeatureValue scaled(Node node, double factor) {
        return of(Nodes.amount(node).stream().map(value -> value * factor));
    }

    /// The only value of the stream; unusable or absent where there is none.
    private static FeatureValue of(DoubleStream values) {
        OptionalDouble value = values.findFirst();
        return value.isPresent() ? present(value.getAsDouble()) : UNUSABLE;
    }

    private static FeatureValue of(Stream<Double> values) {
        return values.findFirst().map(PlaceReader::present).orElse(NONE);
    }

    private static FeatureValue present(double value) {
        return new FeatureValue.Present(value == 0 ? 0 : value);
    }

    private static FeatureValue whether(boolean holds) {
        return present(holds ? 1 : 0);
    }

    private Optional<Double> other(String path) {
        return Nodes.at(payload, Place.path(path)).map(Nodes::amount).filter(OptionalDouble::isPresent)
                .map(OptionalDouble::getAsDouble);
    }

    private static FeatureValue is(Node node, String alternatives) {
        if (Nodes.word(node).isEmpty()) {
            return node instanceof Node.Fields || node instanceof Node.Items ? UNUSABLE : NOT_TOLD;
        }
        return whether(Nodes.isOneOf(node, alternatives));
    }

    private static FeatureValue count(Node node, Verb verb) {
        int unusable = -1;
        double count = switch (node) {
            case Node.Items(var entries) -> entries.size();
            case Node.Fields(var parts) -> parts.size();
            case Node.Amount(double value) -> value;
            case Node.Nothing _ -> 0;
            case Node.Text _,Node.Truth _ -> unusable;
        };
        if (count < 0) {
            return UNUSABLE;
        }
        return present(verb == Verb.COUNT ? count : verb == Verb.ANY ? Math.min(1, count) : Math.max(0, count - 1));
    }

    /// Cuts between scenes are told as `transition` or as `scene_change`.
    private static FeatureValue pair(Node node, String one, String other) {
        if (!(node instanceof Node.Fields(var parts))) {
            return UNUSABLE;
        }
        return present(spellings(one).flatMap(a -> spellings(other).flatMap(b -> Stream.of(a + "_" + b, b + "_" + a)))
                .flatMap(key -> Optional.ofNullable(parts.get(key)).stream())
                .mapToDouble(count -> Nodes.amount(count).orElse(0)).sum());
    }

    private static Stream<String> spellings(String kind) {
        return kind.equals("transition") ? Stream.of(kind, "scene_change") : Stream.of(kind);
    }

    private static DoubleStream field(List<Node> entries, String name) {
        return entries.stream().flatMap(entry -> Nodes.part(entry, name).stream()).map(Nodes::amount)
                .flatMapToDouble(OptionalDouble::stream);
    }

    private static DoubleStream times(List<Node> entries, String field) {
        return entries.stream().flatMap(entry -> Nodes.part(entry, field).stream())
                .flatMap(told -> Nodes.time(told).stream()).mapToDouble(Nodes.Span::from);
    }

    private FeatureValue share(DoubleStream times, FeatureValue none) {
        OptionalDouble first = times.min();
        if (first.isEmpty()) {
            return none;
        }
        return Double.isInfinite(length)
                ? new FeatureValue.Absent(Absence.LENGTH_UNKNOWN)
                : present(first.getAsDouble() / length);
    }

    /// Whether the first generation's analyser has no confidence in the block where this place lies.
    boolean withoutConfidence(Place place) {
        String block = place.path().getFirst();
        return Stream.of("confidence", "overallConfidence")
                .flatMap(name -> Nodes.at(payload, List.of(block, name)).stream())
                .anyMatch(confidence -> confidence instanceof Node.Amount(double value) && value == 0);
    }

    /// The length that a payload tells at the first of these paths where it tells one.
    static OptionalDouble length(Map<String, Node.Fields> told) {
        return told.entrySet().stream()
                .flatMap(path -> Nodes.at(path.getValue(), Place.path(path.getKey())).stream()).map(Nodes::amount)
                .flatMapToDouble(OptionalDouble::stream).filter(seconds -> seconds > 0 && seconds <= 3600).findFirst();
    }
}
