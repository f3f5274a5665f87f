package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.Item;
import dev.upswell.server.collect.row.JsonMapper;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.TreeItem;
import tools.jackson.databind.JsonNode;

/// Items of the Apify TikTok actors as JSON.
final class ApifyItemsMapper implements JsonMapper {

    @Override
    public FileFormat format() {
        return FileFormat.APIFY_ITEMS;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String contentSource() {
        return ApifyItem.SOURCE;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.path("authorMeta").isObject() || item.path("videoMeta").isObject() || item.has("webVideoUrl")
                || (item.has("errorCode") && (item.has("url") || item.has("input")));
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        ApifyItem.read(new TreeItem(item), check);
    }

    @Override
    public void read(Item item, RowCheck check) {
        ApifyItem.read(item, check);
    }

    @Override
    public boolean readsByName() {
        return true;
    }
}
