package dev.upswell.server.commerce;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.AdResult;
import dev.upswell.commerce.AudienceShare;
import dev.upswell.commerce.CommerceFact;
import dev.upswell.commerce.LibraryAd;
import dev.upswell.commerce.Money;
import dev.upswell.commerce.OrderLine;
import dev.upswell.commerce.OwnActivity;
import dev.upswell.commerce.OwnAsset;
import dev.upswell.commerce.ProductSales;
import dev.upswell.commerce.ShopOrder;
import dev.upswell.commerce.VideoViewing;
import dev.upswell.content.EntityId;
import dev.upswell.content.Viewing;
import dev.upswell.server.store.Dataset;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A fact as the values of its dataset's columns, in their order.
final class FactValues {

    private static final double MILLIS = 1_000;

    private FactValues() {
    }

    static Dataset dataset(CommerceFact fact) {
        return switch (fact) {
            case AdResult _ -> CommerceDatasets.AD_RESULT;
            case LibraryAd _ -> CommerceDatasets.LIBRARY_AD;
            case ShopOrder _ -> CommerceDatasets.SHOP_ORDER;
            case OrderLine _ -> CommerceDatasets.ORDER_LINE;
            case ProductSales _ -> CommerceDatasets.PRODUCT_SALES;
            case OwnAsset _ -> CommerceDatasets.OWN_ASSET;
            case AudienceShare _ -> CommerceDatasets.AUDIENCE_SHARE;
            case OwnActivity _ -> CommerceDatasets.OWN_ACTIVITY;
            case VideoViewing _ -> CommerceDatasets.VIDEO_VIEWING;
        };
    }

    static List<@Nullable Object> of(CommerceFact fact) {
        List<@Nullable Object> values = new ArrayList<>();
        values.add(fact.source());
        values.add(fact.observedAt());
        values.addAll(switch (fact) {
            case AdResult result -> of(result);
            case LibraryAd ad -> of(ad);
            case ShopOrder order -> of(order);
            case OrderLine line -> of(line);
            case ProductSales sales -> of(sales);
            case OwnAsset asset -> of(asset);
            case AudienceShare share -> row(share.about().value(), share.about().kind().label(),
                    share.trait().label(), share.band(), share.share());
            case OwnActivity done -> row(done.about().value(), done.about().kind().label(), done.action().label(),
                    done.at(), done.account(),
                    done.watched() == null ? null : (Double) (done.watched().toMillis() / MILLIS));
            case VideoViewing viewing -> of(viewing);
        });
        return values;
    }

    /// The value in the column of this name; null when it has none.
    static @Nullable Object of(CommerceFact fact, String column) {
        List<Dataset.Column> columns = dataset(fact).columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return of(fact).get(i);
            }
        }
        return null;
    }

    private static List<@Nullable Object> of(AdResult result) {
        AdResult.Subject subject = result.subject();
        List<@Nullable Object> values = row(subject.level().name().toLowerCase(Locale.ROOT), subject.id(),
                subject.part(), subject.name(), subject.account(), result.day(), currency(result.spend()),
                amount(result.spend()));
        Arrays.stream(AdMetric.values()).forEach(metric -> values.add(result.figures().get(metric)));
        return values;
    }

    private static List<@Nullable Object> of(LibraryAd ad) {
        return row(ad.id(), ad.firstShown(), ad.lastShown(), ad.status(), ad.advertiser().id(),
                ad.advertiser().name(), ad.advertiser().paidBy(), ad.reach() == null ? null : ad.reach().value(),
                ad.reach() == null ? null : ad.reach().resolution(), (long) ad.videos(), (long) ad.images());
    }

    private static List<@Nullable Object> of(ShopOrder order) {
        return row(order.id(), order.status(), order.createdAt(), order.updatedAt(),
                currency(order.total() == null ? order.subTotal() : order.total()), amount(order.subTotal()),
                amount(order.total()));
    }

    private static List<@Nullable Object> of(OrderLine line) {
        return row(line.order(), line.id(), line.item().product(), line.item().sku(), line.item().name(),
                currency(line.price()), amount(line.price()), line.quantity(), id(line.video()), id(line.creator()));
    }

    private static List<@Nullable Object> of(ProductSales sales) {
        return row(sales.product().id(), sales.product().name(), sales.product().shop(), sales.periodDays(),
                sales.units(), currency(sales.revenue()), amount(sales.revenue()), sales.ctr(), sales.cvr(),
                id(sales.video()), id(sales.creator()));
    }

    private static List<@Nullable Object> of(OwnAsset asset) {
        String hashtags = asset.hashtags().stream().map(EntityId::value).collect(Collectors.joining(" "));
        Double seconds = asset.duration() == null ? null : (Double) (asset.duration().toMillis() / MILLIS);
        return row(asset.id(), asset.campaign(), asset.words().caption(), asset.words().hook(),
                asset.words().script(), seconds, id(asset.sound()), hashtags.isEmpty() ? null : hashtags,
                asset.plannedAt(), asset.postedAt(), id(asset.video()));
    }

    private static List<@Nullable Object> of(VideoViewing viewing) {
        Viewing told = viewing.told();
        return row(viewing.video().value(), told.completionRate(), told.averageWatchSeconds(), told.rewatchRatio(),
                told.retentionAt3s(), told.retentionAt5s(), told.profileViews(), told.linkClicks(),
                told.newFollowers());
    }

    private static List<@Nullable Object> row(@Nullable Object... values) {
        return new ArrayList<>(Arrays.asList(values));
    }

    private static @Nullable String currency(@Nullable Money money) {
        return money == null ? null : money.currency();
    }

    private static @Nullable BigDecimal amount(@Nullable Money money) {
        return money == null ? null : money.amount().setScale(Money.SCALE);
    }

    private static @Nullable String id(@Nullable EntityId entity) {
        return entity == null ? null : entity.value();
    }
}
