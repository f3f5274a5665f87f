package dev.upswell.server.collect.mapper;

import dev.upswell.server.collect.archive.ExportMapper;
import dev.upswell.server.collect.archive.PeopleMapper;
import dev.upswell.server.collect.row.RowMapper;
import dev.upswell.server.collect.tiktok.TikTokMappers;
import dev.upswell.server.collect.trade.TradeMappers;
import dev.upswell.server.collect.viewing.ViewingMappers;
import java.util.List;
import java.util.stream.Stream;

/// All mappers, one for each format.
public final class Mappers {

    private Mappers() {
    }

    /// The mappers of this version of Upswell.
    public static List<RowMapper> all() {
        List<RowMapper> others = List.of(new HashtagViewsMapper(), new DiscoverHashtagsMapper(),
                new DiscoverSoundsMapper(),
                new DiscoverCreatorsMapper(), new CreativeCenterHashtagsMapper(), new CreativeCenterHashtagsApiMapper(),
                new CreativeCenterPostsMapper(), new CreativeCenterCreatorVideosMapper(), new ApifyItemsMapper(),
                new ApifyItemsCsvMapper(), new TikTokWebItemsMapper(), new TikTokWebProfilesMapper(),
                new EnsembleDataPostsMapper(),
                new TikTokResearchVideosMapper(),
                new UpswellObservationsMapper(), new UpswellVideosMapper());
        return Stream.of(others, TikTokMappers.all(), TradeMappers.all(), ViewingMappers.all(),
                List.<RowMapper>of(new ExportMapper(), new PeopleMapper()))
                .flatMap(List::stream).toList();
    }
}
