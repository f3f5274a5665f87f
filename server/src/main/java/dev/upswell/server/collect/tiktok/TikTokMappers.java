package dev.upswell.server.collect.tiktok;

import dev.upswell.server.collect.row.RowMapper;
import java.util.List;

/// The mappers of TikTok's own interfaces.
public final class TikTokMappers {

    private TikTokMappers() {
    }

    /// Those of this version of Upswell.
    public static List<RowMapper> all() {
        return List.of(new TikTokDisplayMapper(), new TikTokBusinessReportMapper(), new TikTokLibraryAdsMapper(),
                new TikTokShopOrdersMapper(), new CreatorCenterItemsMapper());
    }
}
