package dev.upswell.server.collect.row;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An item of a provider, read by the names of its properties: a tree of JSON, or text that became no tree because nobody
/// needed one.
///
/// All ways to hold an item give the same answers, those of [JsonText] on its tree.
public interface Item {

    /// The item as a tree. **cost** of text, a reading of all of it.
    JsonNode tree();

    /// Whether it is an object and no other value.
    boolean isObject();

    /// Whether the item or its author is marked private.
    boolean isPrivate();

    /// The scalar of a property.
    ///
    /// **absence** `null` when it is missing, `null`, blank, or no scalar.
    @Nullable
    String at(String property);

    /// The scalar of a property of an object in the item; `null` as for `at(property)`.
    @Nullable
    String at(String object, String property);

    /// One property of each object in an array, and the array's own scalars; objects without it are skipped.
    List<String> each(String array, String property);

    /// Whether the scalar is `true`, as a boolean, as text in any case, or as 1.
    static boolean isTrue(@Nullable String scalar) {
        return scalar != null && (scalar.equalsIgnoreCase("true") || scalar.equals("1"));
    }
}
