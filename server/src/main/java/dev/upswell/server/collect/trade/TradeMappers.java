package dev.upswell.server.collect.trade;

import dev.upswell.server.collect.row.RowMapper;
import java.util.List;

/// The mappers of files about ads, shops and one's own work.
public final class TradeMappers {

    private TradeMappers() {
    }

    /// Those of this version of Upswell.
    public static List<RowMapper> all() {
        return List.of(new AdsManagerMapper(), new ShopOrdersFileMapper(), new ProductPagesMapper(),
                new OwnAssetsMapper(),
                new AudienceMapper());
    }
}
