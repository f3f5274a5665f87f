package dev.upswell.server.collect.row;

import dev.upswell.server.comply.PrivateMark;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An item that is a tree of JSON.
public record TreeItem(JsonNode tree) implements Item {

    @Override
    public boolean isObject() {
        return tree.isObject();
    }

    @Override
    public boolean isPrivate() {
        return PrivateMark.on(tree);
    }

    @Override
    public @Nullable String at(String property) {
        return JsonText.at(tree, property);
    }

    @Override
    public @Nullable String at(String object, String property) {
        return JsonText.at(tree, object, property);
    }

    @Override
    public List<String> each(String array, String property) {
        return JsonText.each(tree.path(array), property);
    }
}
