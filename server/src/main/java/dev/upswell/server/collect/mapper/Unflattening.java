package dev.upswell.server.collect.mapper;

import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ContainerNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Restores the nesting of JSON that was flattened to columns, with `/` or `.` between the steps of a path.
final class Unflattening {

    private static final int LONGEST_ARRAY = 1_000;

    private Unflattening() {
    }

    /// Puts a value where a column's name says; a column whose path contradicts an earlier one is ignored.
    static void put(ObjectNode root, String column, String value) {
        List<String> steps = List.of((column.indexOf('/') >= 0 ? column.split("/") : column.split("\\.")));
        if (steps.isEmpty()) {
            return;
        }
        JsonNode at = root;
        for (int i = 0; i < steps.size() - 1; i++) {
            at = descend(at, steps.get(i), isIndex(steps.get(i + 1)));
        }
        String last = steps.getLast();
        if (at instanceof ObjectNode object && !object.has(last)) {
            object.put(last, value);
        } else if (at instanceof ArrayNode array && isIndex(last) && array.size() <= Integer.parseInt(last)) {
            array.add(value);
        }
    }

    private static JsonNode descend(JsonNode at, String step, boolean toArray) {
        JsonNode child = at instanceof ArrayNode && isIndex(step) ? at.path(Integer.parseInt(step)) : at.path(step);
        if (!child.isMissingNode()) {
            return child;
        }
        ContainerNode<?> made = toArray ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
        if (at instanceof ObjectNode object) {
            object.set(step, made);
        } else if (at instanceof ArrayNode array && isIndex(step)) {
            // Empty cells leave gaps in the numbering; order is what counts.
            array.add(made);
        }
        return made;
    }

    private static boolean isIndex(String step) {
        return step.length() <= 3 && !step.isEmpty() && step.chars().allMatch(c -> c >= '0' && c <= '9')
                && Integer.parseInt(step) < LONGEST_ARRAY;
    }
}
