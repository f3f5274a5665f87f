package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.row.JsonMapper;
import dev.upswell.server.collect.row.RowCheck;
import tools.jackson.databind.JsonNode;

/// Posts of EnsembleData: bare or wrapped in `aweme_info`, or in the remapped shape. Several posts in one `aweme_info` are rows
/// of their own before they come here, so that a deleted one does not take its neighbours along.
final class EnsembleDataPostsMapper implements JsonMapper {

    static final String SOURCE = "ensembledata";

    @Override
    public FileFormat format() {
        return FileFormat.ENSEMBLEDATA_POSTS;
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public String contentSource() {
        return SOURCE;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("aweme_id") || item.has("aweme_info") || item.path("itemInfos").isObject();
    }

    @Override
    public void read(JsonNode item, RowCheck check) {
        JsonNode wrapped = item.path("aweme_info");
        if (item.path("itemInfos").isObject()) {
            RemappedPost.read(item, check);
        } else {
            AwemePost.read(wrapped.isObject() ? wrapped : item, check);
        }
    }
}
