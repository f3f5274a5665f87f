package dev.upswell.creative.feature;

import dev.upswell.creative.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Makes payloads from lines `path.of.names value`; names that are numbers make lists, and `[]` is an empty one.
final class Payloads {

    private Payloads() {
    }

    static Node.Fields fields(String lines) {
        Map<String, Object> tree = new LinkedHashMap<>();
        lines.lines().forEach(line -> {
            int space = line.indexOf(' ');
            put(tree, List.of(line.substring(0, space).split("\\.", -1)), line.substring(space + 1));
        });
        return (Node.Fields) node(tree);
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> tree, List<String> path, String value) {
        if (path.size() == 1) {
            tree.put(path.getFirst(), value);
            return;
        }
        put((Map<String, Object>) tree.computeIfAbsent(path.getFirst(), none -> new LinkedHashMap<String, Object>()),
                path.subList(1, path.size()), value);
    }

    private static Node node(Object part) {
        if (part instanceof Map<?, ?> parts) {
            if (parts.containsKey("0")) {
                List<Node> items = new ArrayList<>();
                parts.values().forEach(item -> items.add(node(item)));
                return new Node.Items(items);
            }
            Map<String, Node> fields = new LinkedHashMap<>();
            parts.forEach((name, value) -> fields.put(String.valueOf(name), node(value)));
            return new Node.Fields(fields);
        }
        String text = String.valueOf(part);
        return switch (text) {
            case "[]" -> new Node.Items(List.of());
            case "null" -> new Node.Nothing();
            case "true", "false" -> new Node.Truth(Boolean.parseBoolean(text));
            default -> text.matches("-?\\d+(\\.\\d+)?")
                    ? new Node.Amount(Double.parseDouble(text))
                    : new Node.Text(text);
        };
    }
}
