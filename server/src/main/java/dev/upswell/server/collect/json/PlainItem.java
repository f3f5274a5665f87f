package dev.upswell.server.collect.json;

import dev.upswell.server.collect.row.Item;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// The text of a sound JSON object of nobody private, with marks of where its values stand, as [PlainScan] found them.
///
/// Of properties of the same name the last counts, as in a tree.
final class PlainItem implements Item {

    /// What a mark notes of a value: the hash of its name, where the name and the value stand, what the value is, and where
    /// the marks of all that is in it end.
    static final int HASH = 0;
    static final int NAME_FROM = 1;
    static final int NAME_TO = 2;
    static final int KIND = 3;
    static final int FROM = 4;
    static final int TO = 5;
    static final int NEXT = 6;
    static final int MARK = 7;

    static final int OBJECT = 0;
    static final int ARRAY = 1;
    static final int TEXT = 2;
    static final int ESCAPED_TEXT = 3;
    static final int LITERAL = 4;
    static final int NULL = 5;

    private final byte[] text;
    private final int from;
    private final int to;
    private final int[] marks;

    PlainItem(byte[] text, int from, int to, int[] marks) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.marks = marks;
    }

    /// Where its line ends.
    int end() {
        return to;
    }

    @Override
    public JsonNode tree() {
        try (JsonParser parser = BoundedTree.parser(decoded(from, to))) {
            parser.nextToken();
            JsonNode tree = BoundedTree.read(parser, Long.MAX_VALUE);
            return tree == null ? MissingNode.getInstance() : tree;
        }
    }

    @Override
    public boolean isObject() {
        return true;
    }

    @Override
    public boolean isPrivate() {
        return false;
    }

    @Override
    public @Nullable String at(String property) {
        return scalar(find(0, property));
    }

    @Override
    public @Nullable String at(String object, String property) {
        int holder = find(0, object);
        return holder >= 0 && marks[holder + KIND] == OBJECT ? scalar(find(holder, property)) : null;
    }

    @Override
    public List<String> each(String array, String property) {
        List<String> texts = new ArrayList<>();
        int holder = find(0, array);
        if (holder >= 0 && marks[holder + KIND] == ARRAY) {
            for (int i = holder + MARK; i < marks[holder + NEXT]; i = marks[i + NEXT]) {
                String each = marks[i + KIND] == OBJECT ? scalar(find(i, property)) : scalar(i);
                if (each != null) {
                    texts.add(each);
                }
            }
        }
        return texts;
    }

    /// The mark of a property of an object, or -1.
    private int find(int object, String name) {
        int hash = name.hashCode();
        int found = -1;
        int end = marks[object + NEXT];
        for (int i = object + MARK; i < end; i = marks[i + NEXT]) {
            if (marks[i + HASH] == hash && isNamed(i, name)) {
                found = i;
            }
        }
        return found;
    }

    private boolean isNamed(int mark, String name) {
        int at = marks[mark + NAME_FROM];
        if (marks[mark + NAME_TO] - at != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            if (text[at + i] != name.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private @Nullable String scalar(int mark) {
        if (mark < 0) {
            return null;
        }
        int begin = marks[mark + FROM];
        int end = marks[mark + TO];
        String scalar = switch (marks[mark + KIND]) {
            case TEXT -> decoded(begin, end);
            case ESCAPED_TEXT -> PlainScan.unescaped(decoded(begin, end));
            case LITERAL -> new String(text, begin, end - begin, StandardCharsets.ISO_8859_1);
            default -> "";
        };
        String bare = scalar.strip();
        return bare.isEmpty() ? null : bare;
    }

    private String decoded(int begin, int end) {
        return new String(text, begin, end - begin, StandardCharsets.UTF_8);
    }
}
