package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.row.RowMapper;
import java.util.List;

/// All mappers, one for each format.
public final class Mappers {

    private Mappers() {
    }

    /// The mappers of this version of Upswell.
    public static List<RowMapper> all() {
        return List.of(new HashtagViewsMapper(), new DiscoverHashtagsMapper(), new DiscoverSoundsMapper(),
                new DiscoverCreatorsMapper(), new CreativeCenterHashtagsMapper(), new CreativeCenterHashtagsApiMapper(),
                new CreativeCenterPostsMapper(), new CreativeCenterCreatorVideosMapper(), new ApifyItemsMapper(),
                new ApifyItemsCsvMapper(), new TikTokWebItemsMapper(), new EnsembleDataPostsMapper(),
                new TikTokResearchVideosMapper(),
                new UpswellObservationsMapper(), new UpswellVideosMapper());
    }
}
