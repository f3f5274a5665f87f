package dev.upswell.server.commerce;

import dev.upswell.commerce.AdMetric;
import dev.upswell.commerce.CommerceFact;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The datasets of commerce, each of the facts of one class in `dev.upswell.commerce`.
///
/// A fact is kept when it differs from the one that was known of the same thing at its time; what is known at a time is the
/// one that was observed last until then.
public final class CommerceDatasets {

    /// [dev.upswell.commerce.AdResult].
    public static final Dataset AD_RESULT = dataset("ad_result", adColumns());

    /// [dev.upswell.commerce.LibraryAd].
    public static final Dataset LIBRARY_AD = dataset("library_ad",
            List.of(text("ad_id", "Id of the ad in the library"),
                    new Column("first_shown", "DATE", "Day on which it was first shown; null when not told"),
                    new Column("last_shown", "DATE", "Day on which it was last shown; null when not told"),
                    text("status", "active or inactive; null when not told"),
                    text("advertiser_id", "The advertiser's id; null when not told"),
                    text("advertiser", "The advertiser's name; null when not told"),
                    text("paid_by", "Who pays; null when not told"),
                    new Column("reach", "BIGINT", "People who saw it; null when not told"),
                    new Column("reach_step", "BIGINT", "Step in which reach is told; null when reach is"),
                    new Column("videos", "BIGINT", "How many videos it has"),
                    new Column("images", "BIGINT", "How many images it has")));

    /// [dev.upswell.commerce.ShopOrder].
    public static final Dataset SHOP_ORDER = dataset("shop_order",
            List.of(text("order_id", "Id of the order"),
                    text("status", "Such as COMPLETED or CANCELLED; null when not told"),
                    new Column("created_at", "TIMESTAMP", "When it was ordered, UTC; null when not told"),
                    new Column("updated_at", "TIMESTAMP", "When it last changed, UTC; null when not told"),
                    text("currency", "Currency of its amounts, ISO 4217; null when not told"),
                    money("sub_total", "Amount for the products; null when not told"),
                    money("total", "Amount with shipping and taxes; null when not told")));

    /// [dev.upswell.commerce.OrderLine].
    public static final Dataset ORDER_LINE = dataset("order_line",
            List.of(text("order_id", "Id of the order"), text("line_id", "Id of the line within it"),
                    text("product_id", "Id of the product; null when not told"),
                    text("sku_id", "Id of the product's variant; null when not told"),
                    text("product", "Name of the product; null when not told"),
                    text("currency", "Currency of the price, ISO 4217; null when not told"),
                    money("price", "Price of one; null when not told"),
                    new Column("quantity", "BIGINT", "Pieces; null when not told"),
                    text("video_id", "Video that led to the order; null when not told"),
                    text("creator", "Handle of the creator whose content led to it; null when not told")));

    /// [dev.upswell.commerce.ProductSales].
    public static final Dataset PRODUCT_SALES = dataset("product_sales",
            List.of(text("product_id", "Id of the product"), text("product", "Its name; null when not told"),
                    text("shop", "Who sells it; null when not told"),
                    new Column("period_days", "INTEGER",
                            "Length of the period that ended at the observation, in days; null since the product exists"),
                    new Column("units", "DOUBLE", "Pieces sold; null when not told"),
                    text("currency", "Currency of the revenue, ISO 4217; null when not told"),
                    money("revenue", "Revenue; null when not told"),
                    new Column("ctr", "DOUBLE", "Clicks by showings, a fraction; null when not told"),
                    new Column("cvr", "DOUBLE", "Orders by clicks, a fraction; null when not told"),
                    text("video_id", "Video through which they were sold; null for all sales"),
                    text("creator", "Handle of that video's creator; null when not told")));

    /// [dev.upswell.commerce.OwnAsset].
    public static final Dataset OWN_ASSET = dataset("own_asset",
            List.of(text("asset_id", "One's own name for it"), text("campaign", "Its campaign; null when not told"),
                    text("caption_text", "What is written under it; null when not told"),
                    text("hook", "Its first seconds in words; null when not told"),
                    text("script", "What is said in it; null when not told"),
                    new Column("duration_seconds", "DOUBLE", "Its length in seconds; null when not told"),
                    text("sound_id", "Its sound; null when not told"),
                    text("hashtags", "Its hashtags without #, separated by spaces; null when none is told"),
                    new Column("planned_at", "TIMESTAMP", "When it is to be posted, UTC; null when not told"),
                    new Column("posted_at", "TIMESTAMP", "When it was posted, UTC; null when not told or not posted"),
                    text("video_id", "Video as which it was posted; null when not told or not posted")));

    /// [dev.upswell.commerce.AudienceShare].
    public static final Dataset AUDIENCE_SHARE = dataset("audience_share",
            List.of(text("entity_id", "Handle of the creator, or id of the video"),
                    text("entity_kind", "creator or video"),
                    text("trait", "age, gender, country, device or country_device"),
                    text("band", "Such as 18-24, female, DE, android or DE/android"),
                    new Column("share", "DOUBLE", "Share of the whole audience, a fraction")));

    /// [dev.upswell.commerce.OwnActivity].
    public static final Dataset OWN_ACTIVITY = dataset("own_activity",
            List.of(text("entity_id", "Video, hashtag or sound"), text("entity_kind", "video, hashtag or sound"),
                    text("action", "watched, liked, favourited, shared, reposted, commented or hidden"),
                    new Column("acted_at", "TIMESTAMP", "When it was done, UTC"),
                    text("account", "Who did it; null where the source tells of one account without its name"),
                    new Column("watched_seconds", "DOUBLE", "Time watched, in seconds; null when not told")));

    /// [dev.upswell.commerce.VideoViewing].
    public static final Dataset VIDEO_VIEWING = dataset("video_viewing",
            List.of(text("video_id", "Id of the video"),
                    new Column("completion_rate", "DOUBLE",
                            "Share of views that saw it to its end, a fraction; null when not told"),
                    new Column("average_watch_seconds", "DOUBLE",
                            "Mean time watched per view, in seconds; null when not told"),
                    new Column("rewatch_ratio", "DOUBLE",
                            "Views beyond the first of a person by all views, a fraction; null when not told"),
                    new Column("retention_3s", "DOUBLE",
                            "Share of views that still watched after 3 s, a fraction; null when not told"),
                    new Column("retention_5s", "DOUBLE",
                            "Share of views that still watched after 5 s, a fraction; null when not told"),
                    new Column("profile_views", "BIGINT",
                            "Visits of the profile that came from it; null when not told"),
                    new Column("link_clicks", "BIGINT",
                            "Clicks on its link or the profile's that came from it; null when not told"),
                    new Column("new_followers", "BIGINT",
                            "Accounts that followed because of it; null when not told")));

    /// Which place a row of an export without ids has among the rows of its file that tell of the same thing. A row keeps
    /// its place for good, so that it is one and the same whenever it is read: in whatever chunk, again, or from quarantine.
    public static final Dataset FACT_PLACE = new Dataset("fact_place",
            List.of(text("content_sha256", "The file, as in import_run"),
                    text("dataset", "Dataset of what the row tells, ad_result or order_line"),
                    new Column("thing", "UBIGINT",
                            "Fingerprint of what it tells of: the dataset's key without a number"),
                    new Column("row_number", "BIGINT", "Number of the row in the file, from 1"),
                    new Column("place", "BIGINT", "Its place among rows of the file about this thing, from 1")),
            null, List.of("content_sha256", "dataset", "thing", "row_number"));

    /// All of them, and the places of their rows.
    public static final List<Dataset> ALL = List.of(AD_RESULT, LIBRARY_AD, SHOP_ORDER, ORDER_LINE, PRODUCT_SALES,
            OWN_ASSET, AUDIENCE_SHARE, OWN_ACTIVITY, VIDEO_VIEWING, FACT_PLACE);

    /// What facts about the same thing have in common, besides their source.
    static final Map<Dataset, List<String>> KEYS = Map.of(AD_RESULT, List.of("level", "ad_id", "part", "day"),
            LIBRARY_AD, List.of("ad_id"), SHOP_ORDER, List.of("order_id"), ORDER_LINE, List.of("order_id", "line_id"),
            PRODUCT_SALES, List.of("product_id", "period_days", "video_id"), OWN_ASSET, List.of("asset_id"),
            AUDIENCE_SHARE, List.of("entity_kind", "entity_id", "trait", "band"), OWN_ACTIVITY,
            List.of("account", "entity_kind", "entity_id", "action", "acted_at"), VIDEO_VIEWING, List.of("video_id"));

    /// Exports whose rows have no id of their own, and the column that numbers what they have in common: several groups may
    /// use one ad on one day, and several lines of an order one product.
    static final Map<Dataset, String> NUMBERED = Map.of(AD_RESULT, "part", ORDER_LINE, "line_id");
    /// The sources of such exports.
    static final List<String> WITHOUT_IDS = List.of("tiktok-ads-manager", "tiktok-seller-center");

    private CommerceDatasets() {
    }

    /// What these facts say in the column of this name, separated by spaces; empty when they say nothing.
    public static String values(List<CommerceFact> facts, String column) {
        return facts.stream().map(fact -> FactValues.of(fact, column)).filter(Objects::nonNull).distinct()
                .map(Object::toString).collect(Collectors.joining(" "));
    }

    private static Dataset dataset(String name, List<Column> own) {
        List<Column> columns = new ArrayList<>(List.of(
                text("source", "Who told it, for example tiktok-business"),
                new Column("observed_at", "TIMESTAMP", "When it was told, UTC")));
        columns.addAll(own);
        return new Dataset(name, columns, "observed_at", List.of("source", own.getFirst().name(), "observed_at"));
    }

    private static Column text(String name, String description) {
        return new Column(name, "VARCHAR", description);
    }

    private static Column money(String name, String description) {
        return new Column(name, "DECIMAL(24,6)", description);
    }

    private static List<Column> adColumns() {
        List<Column> columns = new ArrayList<>(List.of(text("level", "ad, adgroup, campaign or advertiser"),
                text("ad_id", "Id of what the row is about, of files without ids its name"),
                text("part", "Tells rows of one ad and day apart where there are several; null when there is one"),
                text("name", "Its name; null when not told"),
                text("account", "The advertiser's id; null when not told"),
                new Column("day", "DATE", "Day in the advertiser's time zone"),
                text("currency", "Currency of the spend, ISO 4217; null when not told"),
                money("spend", "Amount spent; null when not told")));
        Arrays.stream(AdMetric.values()).forEach(metric -> columns.add(new Column(metric.label(), "DOUBLE",
                "Number of " + metric.meaning() + "; null when not told")));
        return columns;
    }
}
