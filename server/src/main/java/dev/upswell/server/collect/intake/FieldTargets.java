package dev.upswell.server.collect.intake;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.trade.AdsColumns;
import dev.upswell.server.collect.trade.ShopOrderColumns;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// What each format's columns and fields are taken as, for previews: names in the file on the left, meanings on the right.
final class FieldTargets {

    private static final Pattern NUMBERED_HASHTAG = Pattern.compile("hashtags\\.\\d+\\.name");

    private static final String VIEWING = " completion_rate=completion_rate average_watch_seconds=average_watch_seconds"
            + " rewatch_ratio=rewatch_ratio retention_3s=retention_3s retention_5s=retention_5s"
            + " profile_views=profile_views link_clicks=link_clicks new_followers=new_followers views=views likes=likes"
            + " comments=comments shares=shares saves=saves";

    private FieldTargets() {
    }

    /// The fields of a format that are read, in a sensible order, each with the code of its meaning; none of formats whose columns
    /// are named in many ways.
    static Map<String, String> of(FileFormat format) {
        return switch (format) {
            case HASHTAG_VIEWS -> parse("hashtag=hashtag observed_at=observedAt views=views");
            case DISCOVER_HASHTAGS -> parse("observed_at=observedAt host=source hashtag=hashtag views=views");
            case DISCOVER_SOUNDS -> parse("observed_at=observedAt host=source music_id=sound posts=posts title=name");
            case DISCOVER_CREATORS ->
                parse("observed_at=observedAt host=source handle=creator followers=followers likes=likes");
            case CREATIVE_CENTER_HASHTAGS -> parse("hashtag_name=hashtag video_views=views publish_count=posts"
                    + " crawl_date=observedAt crawl_time=observedAt");
            case CREATIVE_CENTER_HASHTAGS_API -> parse("hashtag_name=hashtag video_views=views publish_cnt=posts");
            case CREATIVE_CENTER_POSTS ->
                parse("item_id=video item_name=caption play_count=views like_count=likes url=video"
                        + " crawl_date=observedAt crawl_time=observedAt");
            case CREATIVE_CENTER_CREATOR_VIDEOS -> parse("uniqueId=creator follower_count=followers video_item_id=video"
                    + " video_play_count=views video_like_count=likes video_url=video video_name=caption"
                    + " crawl_date=observedAt crawl_time=observedAt");
            case APIFY_ITEMS -> apify();
            case APIFY_ITEMS_CSV -> apifyColumns();
            case TIKTOK_WEB_ITEMS -> parse("id=video author.uniqueId=creator music.id=sound challenges=hashtag"
                    + " collectTime=observedAt stats.playCount=views stats.diggCount=likes stats.commentCount=comments"
                    + " stats.shareCount=shares stats.collectCount=saves authorStats.followerCount=followers"
                    + " createTime=createdAt video.duration=duration desc=caption");
            case TIKTOK_WEB_PROFILES -> parse("userInfo.user.uniqueId=creator challengeInfo.challenge.title=hashtag"
                    + " userInfo.stats.followerCount=followers userInfo.stats.heartCount=likes"
                    + " stats.videoCount=posts challengeInfo.stats.viewCount=views");
            case ENSEMBLEDATA_POSTS -> parse("aweme_id=video author.unique_id=creator music.mid=sound cha_list=hashtag"
                    + " statistics.play_count=views statistics.digg_count=likes statistics.comment_count=comments"
                    + " statistics.share_count=shares statistics.collect_count=saves author.follower_count=followers"
                    + " create_time=createdAt video.duration=duration desc=caption");
            case TIKTOK_RESEARCH_VIDEOS -> parse("id=video username=creator music_id=sound hashtag_names=hashtag"
                    + " view_count=views like_count=likes comment_count=comments share_count=shares"
                    + " favorites_count=saves create_time=createdAt video_duration=duration video_description=caption");
            case TIKTOK_DISPLAY -> parse("id=video share_url=creator view_count=views like_count=likes"
                    + " comment_count=comments share_count=shares data.user.follower_count=followers"
                    + " create_time=createdAt duration=duration video_description=caption");
            case TIKTOK_BUSINESS_REPORT -> parse("dimensions=ad_id dimensions.stat_time_day=day metrics.spend=spend"
                    + " metrics.impressions=impressions metrics.clicks=clicks metrics.conversion=conversions");
            case TIKTOK_LIBRARY_ADS -> parse("ad.id=ad_id advertiser.business_name=advertiser ad.status=status"
                    + " ad.first_shown_date=first_shown ad.last_shown_date=last_shown ad.reach=reach");
            case TIKTOK_SHOP_ORDERS -> parse("id=order_id status=status create_time=created_at"
                    + " payment.currency=currency payment.total_amount=total line_items=product_id");
            case TIKTOK_ADS_MANAGER -> AdsColumns.targets();
            case TIKTOK_SELLER_CENTER_ORDERS -> ShopOrderColumns.targets();
            case SHOP_PRODUCT_PAGES -> parse("product_id=product_id product_info.product_name=product"
                    + " product_info.shop_owner=shop product_info.total_sales=units"
                    + " product_info.total_sales_revenue=revenue sales_data.date_range=period_days"
                    + " top_videos.video_url=video");
            case TIKTOK_USER_EXPORT -> parse("link=video link=entity_id did=action date=acted_at title=caption"
                    + " likes=likes");
            case UPSWELL_ASSETS -> parse("asset_id=asset_id caption=caption_text hook=hook script=script"
                    + " campaign=campaign duration_seconds=duration_seconds sound=sound_id hashtags=hashtags"
                    + " planned_at=planned_at posted_at=posted_at video_id=video_id observed_at=observed_at");
            case UPSWELL_AUDIENCE -> parse("kind=entity_kind id=entity_id date=observed_at trait=trait band=band"
                    + " share=share");
            case UPSWELL_PEOPLE -> parse("account=account video=entity_id action=action at=acted_at"
                    + " seconds=watched_seconds");
            case TIKTOK_STUDIO_VIDEOS -> Map.of();
            case VIDEO_ANALYTICS -> parse("video_id=video_id observed_at=observed_at" + VIEWING);
            case TIKTOK_ACCOUNT_VIDEOS -> parse("item_id=video share_url=creator video_views=views likes=likes"
                    + " full_video_watched_rate=completion_rate average_time_watched=average_watch_seconds"
                    + " profile_views=profile_views website_clicks=link_clicks new_followers=new_followers"
                    + " create_time=createdAt video_duration=duration caption=caption");
            case CREATOR_CENTER_INSIGHTS -> parse("video_info.aweme_id=video video_info.author=creator"
                    + " video_finish_rate_realtime=completion_rate video_per_duration_realtime=average_watch_seconds"
                    + " video_retention_rate_realtime=retention_3s video_new_followers=new_followers"
                    + " video_info.statistics=views video_info.desc=caption");
            case CREATOR_CENTER_ITEMS -> parse("item_id=video play_count=views like_count=likes comment_count=comments"
                    + " share_count=shares favorite_count=saves create_time=createdAt duration=duration desc=caption");
            case UPSWELL_OBSERVATIONS ->
                parse("kind=kind id=id name=name source=source observed_at=observedAt views=views"
                        + " likes=likes comments=comments shares=shares saves=saves posts=posts followers=followers");
            case UPSWELL_VIDEOS -> parse("id=video createdAt=createdAt creator=creator sound=sound hashtags=hashtag"
                    + " durationSeconds=duration caption=caption");
            case MAPPED -> Map.of();
        };
    }

    private static Map<String, String> apify() {
        return parse("id=video authorMeta.name=creator musicMeta.musicId=sound hashtags=hashtag playCount=views"
                + " diggCount=likes commentCount=comments shareCount=shares collectCount=saves authorMeta.fans=followers"
                + " createTime=createdAt videoMeta.duration=duration text=caption");
    }

    private static Map<String, String> apifyColumns() {
        Map<String, String> columns = apify();
        columns.putAll(parse("createTimeISO=createdAt webVideoUrl=video searchHashtag.name=hashtag"
                + " musicMeta.musicName=name"));
        return columns;
    }

    /// The name under which a column is looked up: flattened columns write paths with `/` or `.`, and number list items.
    static String key(String column) {
        String path = column.replace('/', '.');
        return NUMBERED_HASHTAG.matcher(path).matches() ? "hashtags" : path;
    }

    private static Map<String, String> parse(String pairs) {
        Map<String, String> targets = new LinkedHashMap<>();
        for (String pair : pairs.split(" ", -1)) {
            int equals = pair.indexOf('=');
            targets.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return targets;
    }
}
