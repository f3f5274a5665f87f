package dev.upswell.forecast.explain;

import dev.upswell.forecast.explain.Quantity.Unit;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How one family of features is put into words.
///
/// @param features matches the whole name; its groups `span` and `of` are what tells the members apart: a length of time or a
///     count, and a counter or another length of time
/// @param key of the sentence; a signed one has `.up`, `.down` and `.same` behind it
/// @param signed whether the direction of the value is a word of the sentence, so that the number stands without its sign
record Template(Pattern features, String key, Unit unit, boolean signed) {

    static final List<Template> ALL = Stream.of(TargetTemplates.ALL, CompanionTemplates.ALL, OutbreakTemplates.ALL,
            LookTemplates.ALL).flatMap(List::stream).toList();

    static Template plain(String features, String key, Unit unit) {
        return new Template(Pattern.compile(features), key, unit, false);
    }

    static Template signed(String features, String key, Unit unit) {
        return new Template(Pattern.compile(features), key, unit, true);
    }

    /// The statement about this feature; empty when this family does not hold it.
    Optional<Statement> about(String feature, double value) {
        Matcher name = features.matcher(feature);
        if (!name.matches()) {
            return Optional.empty();
        }
        Quantity quantity = unit.of(value);
        String span = group(name, "span");
        String of = group(name, "of");
        if (!signed) {
            return Optional.of(new Statement(feature, key, quantity, span, of));
        }
        String direction = quantity.value() > 0 ? ".up" : quantity.value() < 0 ? ".down" : ".same";
        return Optional.of(new Statement(feature, key + direction,
                new Quantity(quantity.unit(), Math.abs(quantity.value())), span, of));
    }

    private static String group(Matcher name, String group) {
        return name.namedGroups().containsKey(group) ? name.group(group) : "";
    }

    /// The keys that its statements may have.
    List<String> keys() {
        return signed ? List.of(key + ".up", key + ".down", key + ".same") : List.of(key);
    }
}
