package dev.upswell.server.collect.trade;

import dev.upswell.commerce.Money;
import dev.upswell.commerce.ProductSales;
import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.row.CountLimit;
import dev.upswell.server.collect.row.CountsOf;
import dev.upswell.server.collect.row.FactMapper;
import dev.upswell.server.collect.row.FigureCheck;
import dev.upswell.server.collect.row.JsonText;
import dev.upswell.server.collect.row.RowCheck;
import dev.upswell.server.collect.row.WrittenId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Products of a shop as a market-intelligence page shows them: estimates of sales, and the videos that sell.
///
/// Sales of the product are told since it exists and for a period, those by a video since it was posted. **units** of two
/// amounts the first counts; `万` is ten thousand; `$` is the US dollar, as the page converts to it; times have no zone and
/// are taken as UTC.
final class ProductPagesMapper implements FactMapper {

    private static final Pattern AMOUNT = Pattern.compile("([€£$]) ?([\\d.]+)(万)?(?:\\(.*\\))?");
    /// An amount that is not known, in one currency or in two.
    private static final Pattern NOTHING = Pattern.compile("-( ?\\(-\\))?");
    private static final Pattern PERIOD = Pattern.compile("(\\d{1,3})day");
    private static final Pattern TEN_THOUSANDS = Pattern.compile("([\\d.]{1,15})万");
    private static final Map<String, String> CURRENCIES = Map.of("€", "EUR", "£", "GBP", "$", "USD");
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    @Override
    public FileFormat format() {
        return FileFormat.SHOP_PRODUCT_PAGES;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("product_id") && item.path("product_info").isObject() && item.path("sales_data").isObject();
    }

    @Override
    public void read(JsonNode item, RowCheck check, FigureCheck figures) {
        String id = check.number("product_id", JsonText.at(item, "product_id"));
        Instant seen = check.time("scraped_at", JsonText.at(item, "scraped_at"), ZoneOffset.UTC);
        JsonNode about = item.path("product_info");
        String name = figures.text("product_name", JsonText.at(about, "product_name"));
        String shop = figures.text("shop_owner", JsonText.at(about, "shop_owner"));
        Double units = figures.certainFigure("total_sales", plain(JsonText.at(about, "total_sales")));
        Money revenue = money("total_sales_revenue", JsonText.at(about, "total_sales_revenue"), check, figures);
        JsonNode sales = item.path("sales_data");
        Integer days = period(JsonText.at(sales, "date_range"), check);
        Double sold = figures.certainFigure("sales_count", plain(JsonText.at(sales, "sales_count")));
        Money earned = money("sales_revenue", JsonText.at(sales, "sales_revenue"), check, figures);
        Double ctr = percent("click_through_rate", JsonText.at(sales, "click_through_rate"), figures);
        Double cvr = percent("conversion_rate", JsonText.at(sales, "conversion_rate"), figures);
        if (id == null || seen == null) {
            return;
        }
        var product = new ProductSales.Product(id, name, shop);
        if (units != null || revenue != null) {
            check.fact(new ProductSales(product, contentSource(), seen, null, units, revenue, null, null, null, null));
        }
        if (days != null && (sold != null || earned != null)) {
            check.fact(new ProductSales(product, contentSource(), seen, days, sold, earned, ctr, cvr, null, null));
        }
        item.path("top_videos").forEach(video -> video(product, seen, video, check, figures));
    }

    /// A video of which neither number nor address tells which it is, is left out: the product is good without it.
    private void video(ProductSales.Product product, Instant seen, JsonNode item, RowCheck check,
            FigureCheck figures) {
        String number = JsonText.at(item, "video_id");
        String address = JsonText.at(item, "video_url");
        if ((number == null || !WrittenId.isDigits(number)) && WrittenId.inVideoAddress(address).isEmpty()) {
            return;
        }
        EntityId video = check.video("video_url", number, address);
        EntityId creator = check.creatorIfGiven(JsonText.at(item, "creator_username"));
        Double sold = figures.certainFigure("estimated_sales", plain(JsonText.at(item, "estimated_sales")));
        Money earned = money("estimated_revenue", JsonText.at(item, "estimated_revenue"), check, figures);
        var views = check.displayed("total_views", plain(JsonText.at(item, "total_views")), CountLimit.REACTIONS);
        if (video == null) {
            return;
        }
        check.describe(new Video(video, creator, null, List.of(), check.createdAt("created", null, video), null, null),
                seen);
        check.observe(video, contentSource(), seen, CountsOf.topic(views, null));
        if (sold != null || earned != null) {
            check.fact(
                    new ProductSales(product, contentSource(), seen, null, sold, earned, null, null, video, creator));
        }
    }

    private static @Nullable Integer period(@Nullable String text, RowCheck check) {
        Matcher period = PERIOD.matcher(text == null ? "" : text);
        if (text != null && !period.matches()) {
            check.reject(RejectReason.BAD_NUMBER, "date_range", text);
        }
        return text != null && period.matches() ? (Integer) Integer.parseInt(period.group(1)) : null;
    }

    private static @Nullable Double percent(String field, @Nullable String text, FigureCheck figures) {
        return figures.percent(field, text != null && text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
    }

    private static @Nullable Money money(String field, @Nullable String text, RowCheck check, FigureCheck figures) {
        String bare = text == null ? null : text.replace('\u00A0', ' ');
        if (bare == null || NOTHING.matcher(bare).matches()) {
            return null;
        }
        Matcher amount = AMOUNT.matcher(bare);
        if (!amount.matches()) {
            check.reject(RejectReason.BAD_NUMBER, field, text);
            return null;
        }
        return figures.certainMoney(field, plain(amount.group(2) + (amount.group(3) == null ? "" : "万")),
                CURRENCIES.get(amount.group(1)));
    }

    /// The number without the sign for ten thousands.
    private static @Nullable String plain(@Nullable String number) {
        Matcher many = TEN_THOUSANDS.matcher(number == null ? "" : number);
        if (number == null || !many.matches() || !many.group(1).matches("\\d+(\\.\\d+)?")) {
            return number;
        }
        return new BigDecimal(many.group(1)).multiply(TEN_THOUSAND).stripTrailingZeros().toPlainString();
    }
}
