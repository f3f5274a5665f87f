package dev.upswell.server.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A kind of report that can be made now, with what must be said to make it.
///
/// @param name in addresses and commands, for example `client`
/// @param title as people read it
/// @param means what it is for, in a sentence
public record ReportKind(String name, String title, String means, List<Parameter> parameters, ReportSource source) {

    private static final int LONGEST = 200;

    /// Something that can be said about a report.
    ///
    /// @param label as people read it
    /// @param choices values with their words; empty for free text
    public record Parameter(String name, String label, boolean required, Map<String, String> choices) {
        public Parameter {
            choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        }
    }

    public ReportKind {
        parameters = List.copyOf(parameters);
    }

    /// Makes the documents.
    ///
    /// **errors** [ReportRefused] that names every parameter that is missing or wrong.
    ReportSource.Output make(Map<String, String> said) {
        List<String> wrong = new ArrayList<>();
        Map<String, String> known = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String value = said.getOrDefault(parameter.name(), "").strip();
            if (value.isEmpty() && parameter.required()) {
                wrong.add("\"" + parameter.name() + "\" is missing.");
            } else if (value.length() > LONGEST) {
                wrong.add("\"" + parameter.name() + "\" must have at most " + LONGEST + " characters.");
            } else if (!value.isEmpty() && !parameter.choices().isEmpty() && !parameter.choices().containsKey(value)) {
                wrong.add("\"" + parameter.name() + "\" must be one of "
                        + String.join(", ", parameter.choices().keySet()) + "; it was \"" + value + "\".");
            } else if (!value.isEmpty()) {
                known.put(parameter.name(), value);
            }
        }
        List<String> names = parameters.stream().map(Parameter::name).toList();
        said.keySet().stream().filter(name -> !names.contains(name))
                .forEach(name -> wrong.add("A report of kind " + this.name + " takes no \"" + name + "\"."));
        if (!wrong.isEmpty()) {
            throw ReportRefused.parameters(wrong);
        }
        return source.make(known);
    }
}
