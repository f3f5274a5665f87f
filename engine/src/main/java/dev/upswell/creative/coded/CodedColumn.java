package dev.upswell.creative.coded;

import dev.upswell.creative.CreativeFeature;
import dev.upswell.creative.FeatureDictionary;
import dev.upswell.creative.FeatureType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A column of a table of codings: a feature, or a field whose values are features.
sealed interface CodedColumn {

    /// Other names under which the length of a video is written.
    Set<String> LENGTHS = Set.of("duration", "duration_seconds", "durationSeconds", "length_seconds");

    /// What a cell says: values by the name of the feature, or why it cannot be used.
    sealed interface Said {
    }

    /// @param values one, or all of a field
    record Values(Map<String, Double> values) implements Said {
    }

    record Unusable(String reason) implements Said {
    }

    /// The names of the features that it tells.
    List<String> features();

    /// What a cell that is not empty says.
    Said read(String cell);

    /// The column of this name; empty where it is none of codings.
    static Optional<CodedColumn> find(String name) {
        FeatureDictionary dictionary = FeatureDictionary.STANDARD;
        String known = LENGTHS.contains(name) ? Coding.LENGTH : name;
        List<CreativeFeature> field = dictionary.fields().get(known);
        if (field != null) {
            return Optional.of(new Field(known, field));
        }
        return dictionary.place(known).map(dictionary.features()::get).filter(CreativeFeature::predictor)
                .map(Single::new);
    }

    /// One feature; flags and values of categories are yes or no.
    record Single(CreativeFeature feature) implements CodedColumn {

        private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d{1,15}(\\.\\d{0,15})?|\\.\\d{1,15})");
        private static final Set<String> YES = Set.of("1", "1.0", "yes", "true");
        private static final Set<String> NO = Set.of("0", "0.0", "no", "false");

        @Override
        public List<String> features() {
            return List.of(feature.name());
        }

        @Override
        public Said read(String cell) {
            return switch (feature.type()) {
                case FLAG, CATEGORY -> truth(cell);
                case COUNT, NUMBER -> number(cell);
            };
        }

        private Said truth(String cell) {
            String word = cell.toLowerCase(Locale.ROOT);
            return YES.contains(word)
                    ? value(1)
                    : NO.contains(word) ? value(0) : new Unusable(quoted(cell) + " is neither 0 nor 1");
        }

        private Said number(String cell) {
            if (!NUMBER.matcher(cell).matches()) {
                return new Unusable(quoted(cell) + " is no number, as 3 or 0.25");
            }
            double value = Double.parseDouble(cell);
            if (feature.type() == FeatureType.COUNT && value != Math.rint(value)) {
                return new Unusable(cell + " is no whole number");
            }
            if (!feature.range().holds(value)) {
                return new Unusable(cell + " is not within " + range());
            }
            return value(value == 0 ? 0 : value);
        }

        private String range() {
            Double lowest = feature.range().lowest();
            Double highest = feature.range().highest();
            String from = lowest == null ? "" : "from " + plain(lowest);
            return highest == null ? from : (from + " to " + plain(highest)).strip();
        }

        private static String plain(double bound) {
            return bound == Math.rint(bound) ? String.valueOf((long) bound) : String.valueOf(bound);
        }

        private Said value(double value) {
            return new Values(Map.of(feature.name(), value));
        }
    }

    /// A field whose cells name one of its values, as `minimal` under `overlay_strategy`.
    record Field(String name, List<CreativeFeature> choices) implements CodedColumn {

        @Override
        public List<String> features() {
            return choices.stream().map(CreativeFeature::name).toList();
        }

        @Override
        public Said read(String cell) {
            String word = cell.toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
            Map<String, Double> values = new LinkedHashMap<>();
            choices.forEach(choice -> values.put(choice.name(), word(choice).equals(word) ? 1.0 : 0.0));
            return values.containsValue(1.0)
                    ? new Values(values)
                    : new Unusable(quoted(cell) + " is none of "
                            + choices.stream().map(Field::word).collect(Collectors.joining(", ")));
        }

        private static String word(CreativeFeature choice) {
            return choice.category().substring(choice.category().indexOf('=') + 1);
        }
    }

    private static String quoted(String cell) {
        return '"' + (cell.length() > 40 ? cell.substring(0, 40) + "…" : cell) + '"';
    }
}
