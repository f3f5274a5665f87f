package dev.upswell.server.collect.json;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/// Where providers put the list of items in their answers.
public final class Envelopes {

    private static final List<JsonPointer> LISTS = pointers("/data/data", "/data/posts", "/data/itemList",
            "/data/item_list", "/data/aweme_list", "/data/liked_posts", "/data/list", "/data/videos",
            "/data/ads", "/data/orders", "/data/reposted_videos", "/data/user_reposted_videos",
            "/data/user_liked_videos",
            "/data/pinned_videos_list", "/data", "/itemList", "/item_list", "/aweme_list", "/posts", "/items");
    private static final List<JsonPointer> ABOVE_LISTS = pointers("", "/data");
    private static final JsonPointer SINGLE_ITEM = JsonPointer.compile("/itemInfo/itemStruct");

    /// What an answer has at its top, when it has items in it.
    public static final Set<String> BEGINNINGS = Stream.concat(Stream.concat(LISTS.stream(), Stream.of(SINGLE_ITEM))
            .map(JsonPointer::getMatchingProperty), Stream.of("aweme_info")).collect(Collectors.toSet());

    private static final List<JsonPointer> SINGLE = pointers("/itemInfo", "/userInfo", "/challengeInfo", "/data/user",
            "/video_info");

    /// A result of a search that stands for several items.
    private static final String WRAPPED = "aweme_info";

    private Envelopes() {
    }

    private static List<JsonPointer> pointers(String... paths) {
        return List.of(paths).stream().map(JsonPointer::compile).toList();
    }

    /// Whether a text, perhaps cut at its end, begins with an answer that is about one thing and has no list.
    public static boolean holdsOne(String head) {
        try (JsonParser parser = BoundedTree.parser(head)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY) {
                    JsonPointer path = parser.streamReadContext().pathAsPointer();
                    if (token == JsonToken.START_OBJECT && SINGLE.contains(path)) {
                        return true;
                    }
                    if (token == JsonToken.START_ARRAY || !ABOVE_LISTS.contains(path)) {
                        parser.skipChildren();
                    }
                }
            }
            return false;
        } catch (JacksonException e) {
            return false;
        }
    }

    /// The items in an answer; the value itself when it is not an answer but an item.
    public static List<JsonNode> items(JsonNode value) {
        for (JsonPointer path : LISTS) {
            JsonNode at = value.at(path);
            if (at.isArray()) {
                return at.valueStream().flatMap(Envelopes::unwrapped).toList();
            }
        }
        JsonNode single = value.at(SINGLE_ITEM);
        return unwrapped(single.isObject() ? single : value).toList();
    }

    private static Stream<JsonNode> unwrapped(JsonNode item) {
        JsonNode several = item.path(WRAPPED);
        return several.isArray() && !several.isEmpty() ? several.valueStream() : Stream.of(item);
    }

    /// Moves the parser to the start of the next list of items; whatever is no list is skipped without keeping it.
    public static boolean nextList(JsonParser parser) {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.START_ARRAY || token == JsonToken.START_OBJECT) {
                JsonPointer path = parser.streamReadContext().pathAsPointer();
                if (token == JsonToken.START_ARRAY && LISTS.contains(path)) {
                    return true;
                }
                if (token == JsonToken.START_ARRAY || !ABOVE_LISTS.contains(path)) {
                    parser.skipChildren();
                }
            }
        }
        return false;
    }

    /// Whether a text, perhaps cut at its end, begins with an answer that has a list of items.
    public static boolean beginIn(String head) {
        try (JsonParser parser = BoundedTree.parser(head)) {
            return nextList(parser);
        } catch (JacksonException e) {
            return false;
        }
    }
}
