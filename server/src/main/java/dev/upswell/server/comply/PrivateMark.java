package dev.upswell.server.comply;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/// Tells whether an item of a provider is private, or of a private account, by the marks of all known providers.
public final class PrivateMark {

    /// What a property says about its object.
    private enum Says {
        /// It is private when this is true.
        FLAG,
        /// It is public when this is 0; other numbers are for friends or for nobody.
        STATUS,
        /// The mark of this part is the mark of the whole.
        PART
    }

    /// Properties by which an object is private when they are true.
    public static final Set<String> FLAGS = Set.of("privateAccount", "private_account", "is_private", "isPrivate",
            "is_private_account", "secret", "privateItem", "private_item", "forFriend");
    /// Properties by which an object is public when they are 0.
    public static final Set<String> STATUSES = Set.of("private_status");
    private static final Map<String, Says> PROPERTIES = properties();
    private static final int DEEPEST = 4;

    private PrivateMark() {
    }

    private static Map<String, Says> properties() {
        Map<String, Says> says = new HashMap<>();
        FLAGS.forEach(name -> says.put(name, Says.FLAG));
        List.of("author", "user", "owner", "authorMeta", "authorInfos", "status", "aweme_info", "itemInfos", "item",
                "itemInfo", "itemStruct", "userInfo", "user_info").forEach(name -> says.put(name, Says.PART));
        STATUSES.forEach(name -> says.put(name, Says.STATUS));
        return says;
    }

    /// Whether the item says so of itself or of its author.
    ///
    /// **cost** a look at each of its properties, about 1 µs.
    public static boolean on(JsonNode item) {
        return on(item, DEEPEST);
    }

    private static boolean on(JsonNode item, int depth) {
        if (!item.isObject()) {
            return false;
        }
        for (Map.Entry<String, JsonNode> property : item.properties()) {
            Says says = PROPERTIES.get(property.getKey());
            if (says != null && says(says, property.getValue(), depth)) {
                return true;
            }
        }
        return false;
    }

    private static boolean says(Says says, JsonNode value, int depth) {
        return switch (says) {
            case FLAG -> value.isValueNode() && isTrue(value.asString());
            case STATUS -> value.isValueNode() && !value.isNull() && !value.asString().isBlank()
                    && !value.asString().equals("0");
            case PART -> depth > 0 && (value.isArray()
                    ? value.valueStream().anyMatch(element -> on(element, depth - 1))
                    : on(value, depth - 1));
        };
    }

    private static boolean isTrue(String text) {
        return text.equalsIgnoreCase("true") || text.equals("1");
    }
}
