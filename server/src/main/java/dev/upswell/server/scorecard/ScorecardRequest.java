package dev.upswell.server.scorecard;

import dev.upswell.scorecard.CreatorInputs;
import dev.upswell.scorecard.Input;
import dev.upswell.scorecard.Violation;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What somebody asks to have scored.
///
/// @param creator any name; null when none was given
/// @param inputs that were given
public record ScorecardRequest(@Nullable String creator, Map<Input, Double> inputs) {

    /// Names are told back and kept; longer ones are a mistake.
    static final int LONGEST_NAME = 200;

    private static final JsonMapper JSON = new JsonMapper();
    private static final String CREATOR = "creator_id";
    private static final int SHOWN = 60;
    /// The origin takes any number; beyond this its sums and quotients would be none.
    private static final double LARGEST = 1e100;

    public ScorecardRequest {
        inputs = Map.copyOf(inputs);
    }

    /// A request, or everything that is wrong with it.
    public sealed interface Read {

        /// It can be scored.
        record Sound(ScorecardRequest request) implements Read {
        }

        /// It cannot.
        ///
        /// @param problems each in a sentence
        record Broken(List<String> problems) implements Read {

            public Broken {
                problems = List.copyOf(problems);
            }
        }
    }

    /// Reads a JSON object: `creator_id`, and numbers by the names of inputs; null is missing.
    ///
    /// @param asSeed whether fields that are unknown and values outside their ranges are let pass, as the origin does
    public static Read of(String json, boolean asSeed) {
        JsonNode node;
        try {
            node = JSON.readTree(json);
        } catch (JacksonException e) {
            return new Read.Broken(List.of("This is no JSON: " + firstLine(e) + "."));
        }
        if (node == null || !node.isObject()) {
            return new Read.Broken(List.of("A JSON object is expected, with inputs by their names."));
        }
        List<String> problems = new ArrayList<>();
        Map<Input, Double> inputs = new EnumMap<>(Input.class);
        String creator = null;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            JsonNode value = field.getValue();
            if (field.getKey().equals(CREATOR)) {
                creator = creator(value, problems);
            } else {
                input(field.getKey(), value, inputs, problems, asSeed);
            }
        }
        if (!asSeed) {
            CreatorInputs.violations(inputs).stream().map(ScorecardRequest::said).forEach(problems::add);
        }
        return read(creator, inputs, problems);
    }

    private static Read read(@Nullable String creator, Map<Input, Double> inputs, List<String> problems) {
        return problems.isEmpty()
                ? new Read.Sound(new ScorecardRequest(creator, inputs))
                : new Read.Broken(problems);
    }

    /// Reads a row of a table: the same fields by the same names; an empty cell is missing.
    public static Read ofRow(Map<String, String> cells) {
        List<String> problems = new ArrayList<>();
        Map<Input, Double> inputs = new EnumMap<>(Input.class);
        cells.forEach((name, cell) -> {
            if (!name.equals(CREATOR)) {
                input(name, cell.strip(), inputs, problems);
            }
        });
        CreatorInputs.violations(inputs).stream().map(ScorecardRequest::said).forEach(problems::add);
        String creator = cells.getOrDefault(CREATOR, "").strip();
        if (creator.length() > LONGEST_NAME) {
            problems.add(CREATOR + " must be a text of 1 to " + LONGEST_NAME + " characters.");
        }
        return read(creator.isEmpty() ? null : creator, inputs, problems);
    }

    private static void input(String name, String cell, Map<Input, Double> inputs, List<String> problems) {
        Input input = Input.find(name).orElse(null);
        if (input == null) {
            problems.add("There is no input " + shown(name) + ".");
        } else if (!cell.isEmpty()) {
            try {
                double value = Double.parseDouble(cell);
                inputs.put(input, value);
            } catch (NumberFormatException e) {
                problems.add(name + " must be a number, and is " + shown(cell) + ".");
            }
        }
    }

    private static String firstLine(JacksonException e) {
        return e.getOriginalMessage().lines().findFirst().orElse("it breaks off");
    }

    private static @Nullable String creator(JsonNode value, List<String> problems) {
        if (value.isNull()) {
            return null;
        }
        if (!value.isString() || value.asString().isBlank() || value.asString().length() > LONGEST_NAME) {
            problems.add(CREATOR + " must be a text of 1 to " + LONGEST_NAME + " characters.");
            return null;
        }
        return value.asString();
    }

    private static void input(String name, JsonNode value, Map<Input, Double> inputs, List<String> problems,
            boolean asSeed) {
        Input input = Input.find(name).orElse(null);
        if (input == null) {
            if (!asSeed) {
                problems.add("There is no input " + shown(name) + ".");
            }
        } else if (value.isNumber() && Math.abs(value.numberValue().doubleValue()) <= LARGEST) {
            inputs.put(input, value.numberValue().doubleValue());
        } else if (!value.isNull()) {
            problems.add(name
                    + (value.isNumber() ? " must be a number of usual size, and is " : " must be a number, and is ")
                    + shown(value.toString()) + ".");
        }
    }

    private static String said(Violation violation) {
        return violation.field() + " must be " + violation.rule() + ", and is " + violation.value() + ".";
    }

    private static String shown(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
