package dev.upswell.server.collect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The file formats that Upswell reads, told apart by their content and never by the file's name, and the one that a mapping
/// describes.
public enum FileFormat {
    HASHTAG_VIEWS("hashtag-views", "CSV with hashtag, observed_at, views"),
    DISCOVER_HASHTAGS("discover-hashtags", "CSV with observed_at, host, hashtag_id, hashtag, views"),
    DISCOVER_SOUNDS("discover-sounds", "CSV with observed_at, host, music_id, posts"),
    DISCOVER_CREATORS("discover-creators", "CSV with observed_at, host, user_id, handle, followers, likes"),
    CREATIVE_CENTER_HASHTAGS("creative-center-hashtags",
            "CSV with hashtag_name, video_views, publish_count, crawl_date, crawl_time"),
    CREATIVE_CENTER_HASHTAGS_API("creative-center-hashtags-api",
            "JSON answer with data.list[] of hashtag_name, video_views, publish_cnt"),
    CREATIVE_CENTER_POSTS("creative-center-posts",
            "CSV with item_id, item_name, play_count, like_count, crawl_date, crawl_time"),
    CREATIVE_CENTER_CREATOR_VIDEOS("creative-center-creator-videos",
            "CSV with uniqueId, follower_count, video_item_id, video_play_count, video_like_count, crawl_date, crawl_time"),
    APIFY_ITEMS("apify-items", "JSON or JSON lines of scraper items with webVideoUrl, playCount, authorMeta"),
    APIFY_ITEMS_CSV("apify-items-csv",
            "CSV of flattened scraper items: webVideoUrl, authorMeta/name or authorMeta.name"),
    TIKTOK_WEB_ITEMS("tiktok-web-items", "JSON or JSON lines of web items with id, stats, author"),
    TIKTOK_WEB_PROFILES("tiktok-web-profiles", "JSON answers with userInfo or challengeInfo"),
    ENSEMBLEDATA_POSTS("ensembledata-posts", "JSON or JSON lines of posts with aweme_id, aweme_info or itemInfos"),
    TIKTOK_RESEARCH_VIDEOS("tiktok-research-videos",
            "JSON answer with data.videos[] of id, video_description, region_code, like_count"),
    TIKTOK_DISPLAY("tiktok-display",
            "JSON answer with data.user of username, or data.videos[] of id, share_url, view_count"),
    TIKTOK_BUSINESS_REPORT("tiktok-business-report", "JSON answer with data.list[] of dimensions and metrics"),
    TIKTOK_LIBRARY_ADS("tiktok-library-ads", "JSON answer with data.ads[] of ad and advertiser"),
    TIKTOK_SHOP_ORDERS("tiktok-shop-orders", "JSON answer with data.orders[] of id, payment, line_items"),
    TIKTOK_ADS_MANAGER("tiktok-ads-manager",
            "CSV report of TikTok Ads Manager: By Day or Date, Cost, Impressions, a name or id of ad, ad group or campaign"),
    TIKTOK_SELLER_CENTER_ORDERS("tiktok-seller-center-orders",
            "CSV of orders with Order ID, Order Status, SKU ID, Quantity, Created Time"),
    SHOP_PRODUCT_PAGES("shop-product-pages", "JSON with product_id, product_info, sales_data"),
    TIKTOK_USER_EXPORT("tiktok-user-export",
            "\"download your data\": a zip with user_data_tiktok.json or user_data.json, or that document"),
    UPSWELL_ASSETS("upswell-assets", "CSV or JSON with asset_id and any of caption, hook, script, campaign,"
            + " duration_seconds, sound, hashtags, planned_at, posted_at, video_id"),
    UPSWELL_AUDIENCE("upswell-audience", "CSV or JSON with kind, id, date, trait, band, share"),
    TIKTOK_STUDIO_VIDEOS("tiktok-studio-videos",
            "CSV of analytics of own videos, in English or Indonesian: Video ID or Video"
                    + " link, and any of Average watch time, Watched full video, Retention at 3 s, New followers"),
    VIDEO_ANALYTICS("video-analytics",
            "CSV with video_id, observed_at and any of completion_rate, average_watch_seconds,"
                    + " rewatch_ratio, retention_3s, retention_5s, profile_views, link_clicks, new_followers; or JSON with them"),
    TIKTOK_ACCOUNT_VIDEOS("tiktok-account-videos",
            "JSON answer with data.videos[] of item_id, full_video_watched_rate, average_time_watched"),
    CREATOR_CENTER_INSIGHTS("creator-center-insights",
            "JSON answer with video_info of aweme_id, and video_finish_rate_realtime, video_per_duration_realtime"),
    CREATOR_CENTER_ITEMS("creator-center-items",
            "JSON answer with item_list[] of item_id, play_count, favorite_count"),
    UPSWELL_OBSERVATIONS("upswell-observations",
            "CSV with kind, id, name, source, observed_at, views, likes, comments, shares, saves, posts, followers"),
    UPSWELL_PEOPLE("upswell-people", "JSON lines with account, video, action, at, seconds"),
    UPSWELL_VIDEOS("upswell-videos",
            "JSON lines with id, createdAt, creator, sound, hashtags, durationSeconds, caption"),
    MAPPED("mapped", "CSV or JSON of any columns, read by a mapping: upswell import --map FILE");

    private final String label;
    private final String recognisedBy;

    FileFormat(String label, String recognisedBy) {
        this.label = label;
        this.recognisedBy = recognisedBy;
    }

    /// The word for this format in options, reports and pages.
    public String label() {
        return label;
    }

    /// What a file of this format contains, in words for people.
    public String recognisedBy() {
        return recognisedBy;
    }

    /// The formats that are told from the content: all but the mapped one, which only a mapping makes readable.
    public static List<FileFormat> detected() {
        return Arrays.stream(values()).filter(format -> format != MAPPED).toList();
    }

    /// The format with this label, if there is one.
    public static Optional<FileFormat> find(String label) {
        return Arrays.stream(values()).filter(format -> format.label.equals(label)).findFirst();
    }

    /// All formats that are told from the content, one a line, for messages.
    public static String listing() {
        return detected().stream().map(format -> "  " + format.label + ": " + format.recognisedBy)
                .collect(Collectors.joining("\n"));
    }
}
