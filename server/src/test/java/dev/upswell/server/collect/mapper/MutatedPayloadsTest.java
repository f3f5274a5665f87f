package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.collect.Position;
import dev.upswell.server.collect.RowResult;
import dev.upswell.server.collect.format.Answers;
import dev.upswell.server.collect.row.CsvMapper;
import dev.upswell.server.collect.row.MappingContext;
import dev.upswell.server.collect.row.OpenFile;
import dev.upswell.server.collect.row.RawRow;
import dev.upswell.server.collect.row.RowMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Payloads of every JSON format, damaged in every way: whatever comes, a row is kept with what it says or set aside.
class MutatedPayloadsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final MappingContext CONTEXT = new MappingContext(GoldenRows.NOW, GoldenRows.NOW);

    private record Payload(FileFormat format, String text) {
    }

    /// All numbers of a payload differ, so that a value from a wrong place is seen.
    private static final List<Payload> PAYLOADS = List.of(
            new Payload(FileFormat.CREATOR_CENTER_ITEMS,
                    """
                        {"status_code":0,"has_more":false,"cursor":3,"item_list":[{"item_id":"7600000000000000601","desc":"slow bread #Crumb",
                        "create_time":"1769514210","duration":31046,"play_count":"4100200","like_count":"123456","comment_count":"78",
                        "share_count":"9","favorite_count":"1011","visibility":1,"in_review":false,"status":1,"is_pinned":false,
                        "video_finish_rate_realtime":{"value":{"status":0,"value":0.0361}},"video_per_duration_realtime":10.23}]}"""),
            new Payload(FileFormat.CREATOR_CENTER_INSIGHTS,
                    """
                        {"status_code":0,"video_info":{"aweme_id":"7600000000000000601","desc":"slow bread #Crumb","create_time":1769514210,
                        "author":{"unique_id":"Slow.Baker"},"video":{"duration":31347},"statistics":{"play_count":748,"digg_count":68,"comment_count":11,
                        "share_count":3,"collect_count":8}},"video_per_duration_realtime":{"value":{"status":0,"value":10.23}},
                        "video_finish_rate_realtime":{"value":{"status":0,"value":0.0361}},"realtime_new_followers":{"value":{"status":0,"value":26}},
                        "video_retention_rate_realtime":{"value":{"status":0,"list":[{"timestamp":"0","value":0.99},{"timestamp":"3000","value":0.61},
                        {"timestamp":"5000","value":0.42}]}}}"""),
            new Payload(FileFormat.TIKTOK_ACCOUNT_VIDEOS,
                    """
                        {"code":0,"data":{"videos":[{"item_id":"7600000000000000602","caption":"slow bread #Crumb","create_time":"1769514210","share_url":
                        "https://www.tiktok.com/@Slow.Baker/video/7600000000000000602","video_duration":31.3,"video_views":749,"likes":69,"comments":12,"shares":4,
                        "favorites":9,"full_video_watched_rate":0.0371,"average_time_watched":11.25,"profile_views":37,"website_clicks":5,"new_followers":27,
                        "video_view_retention":[{"second":"3","percentage":0.62},{"second":"5","percentage":0.43}]}]}}"""),
            new Payload(FileFormat.VIDEO_ANALYTICS,
                    """
                        [{"video_id":"7600000000000000603","observed_at":"2026-02-18T10:00:00Z","completion_rate":0.0381,"average_watch_seconds":12.75,
                        "rewatch_ratio":0.08,"retention_3s":0.63,"retention_5s":0.44,"profile_views":38,"link_clicks":6,"new_followers":28,"views":750}]"""),
            new Payload(FileFormat.ENSEMBLEDATA_POSTS,
                    """
                        {"data":{"data":[{"aweme_id":"7600000000000000501","create_time":1769514210,"desc":"slow bread #Crumb","aweme_type":0,
                        "share_url":"https://www.tiktok.com/@slow.baker/video/7600000000000000501","statistics":{"play_count":41002,"digg_count":1234,
                        "comment_count":78,"share_count":9,"collect_count":101},"video":{"duration":28652},"author":{"unique_id":"Slow.Baker",
                        "follower_count":3177,"total_favorited":88123,"aweme_count":312},"music":{"mid":"7600000000000000303","title":"tune","user_count":66},
                        "cha_list":[{"cha_name":"Crumb","user_count":345,"view_count":987654}],"text_extra":[{"type":1,"hashtag_name":"crumb"}],
                        "status":{"is_delete":false,"is_private":false}},{"aweme_info":{"aweme_id":"7600000000000000502","statistics":{"play_count":5}}},
                        {"itemInfos":{"id":"7600000000000000503","text":"x","createTime":"1769514211","playCount":71,"diggCount":12},"authorInfos":{"uniqueId":"two"}}],"nextCursor":20}}"""),
            new Payload(FileFormat.TIKTOK_WEB_ITEMS,
                    """
                        {"itemList":[{"id":"7470000000000000001","desc":"hello #one","createTime":"1739244917","author":{"uniqueId":"Test.Eater","privateAccount":false},
                        "authorStats":{"followerCount":3801234,"heartCount":142800001,"videoCount":380},"stats":{"playCount":98412,"diggCount":17701,"collectCount":"223"},
                        "statsV2":{"playCount":"98413","repostCount":"3"},"music":{"id":"7460000000000000007","title":"tune"},"challenges":[{"title":"One"}],
                        "textExtra":[{"hashtagName":"two"}],"video":{"duration":21}}],"statusCode":0}"""),
            new Payload(FileFormat.TIKTOK_WEB_PROFILES,
                    """
                        {"userInfo":{"user":{"uniqueId":"Slow.Baker","secUid":"MS4"},"stats":{"followerCount":2900,"heartCount":83701,"videoCount":373},
                        "statsV2":{"followerCount":"2898"}},"challengeInfo":{"challenge":{"title":"SlowBread"},"stats":{"viewCount":51200,"videoCount":7200}},"statusCode":0}"""),
            new Payload(FileFormat.APIFY_ITEMS,
                    """
                        [{"id":"7000000000000000101","text":"#parasites caption","createTime":1751432619,"createTimeISO":"2025-07-02T05:03:39.000Z",
                        "authorMeta":{"name":"creator_one","fans":318001,"heart":2100002,"video":1103,"privateAccount":false},"musicMeta":{"musicId":"7222412076617141035","musicName":"song"},
                        "videoMeta":{"duration":18},"diggCount":8112,"shareCount":1406,"playCount":132101,"collectCount":3501,"commentCount":122,"hashtags":[{"name":"parasites"}],
                        "isSlideshow":false,"webVideoUrl":"https://www.tiktok.com/@creator_one/video/7000000000000000101","searchHashtag":{"name":"parasites","views":51200004}},
                        {"url":"u","errorCode":"POST_NOT_FOUND"}]"""),
            new Payload(FileFormat.TIKTOK_RESEARCH_VIDEOS,
                    """
                        {"data":{"videos":[{"id":7600000000000000501,"create_time":1769514210,"username":"Test_Five","region_code":"DE","video_description":"slow bread #Sourdough",
                        "music_id":7600000000000000303,"like_count":123456,"comment_count":78,"share_count":9,"view_count":4100200,"favorites_count":1011,
                        "hashtag_names":["sourdough","crumb"],"video_duration":31}],"cursor":7,"has_more":true},"error":{"code":"ok"}}"""),
            new Payload(FileFormat.TIKTOK_DISPLAY,
                    """
                        {"data":{"videos":[{"id":"7600000000000000501","create_time":1769514210,"title":"one","video_description":"Slow bread #Crumb","duration":21,
                        "share_url":"https://www.tiktok.com/@Slow.Baker/video/7600000000000000501","like_count":1000,"comment_count":2,"share_count":1,"view_count":24000}],
                        "has_more":true,"cursor":8},"error":{"code":"ok"}}"""),
            new Payload(FileFormat.TIKTOK_DISPLAY,
                    """
                        {"data":{"user":{"username":"Slow.Baker","follower_count":12345,"likes_count":900,"video_count":31}},"error":{"code":"ok"}}"""),
            new Payload(FileFormat.TIKTOK_BUSINESS_REPORT,
                    """
                        {"code":0,"data":{"list":[{"dimensions":{"ad_id":"1850000000000000777","stat_time_day":"2026-02-18 00:00:00"},"metrics":{"spend":"17.305","currency":"EUR",
                        "impressions":"4200","clicks":"105","ctr":"2.51","reach":"3911","conversion":"7","conversion_rate":"6.67","video_play_actions":"4011",
                        "video_views_p100":"88","likes":"41","ad_name":"Bread, slowly"}}],"page_info":{"page":1,"total_page":1}}}"""),
            new Payload(FileFormat.TIKTOK_LIBRARY_ADS,
                    """
                        {"data":{"ads":[{"ad":{"id":1923000000000304,"first_shown_date":20260103,"last_shown_date":"20260112","status":"Active","videos":[{"url":"x"}],
                        "image_urls":[],"reach":{"unique_users_seen":"11K"}},"advertiser":{"business_id":3847000000405,"business_name":"Slow Bread","paid_for_by":"Bread Ltd"}}],
                        "has_more":true},"error":{"code":"ok"}}"""),
            new Payload(FileFormat.TIKTOK_SHOP_ORDERS,
                    """
                        {"code":0,"data":{"orders":[{"id":"576000000000000752","status":"COMPLETED","create_time":1770800000,"update_time":1770886400,
                        "payment":{"currency":"USD","sub_total":"24.03","total_amount":"27.90"},"line_items":[{"id":"577","product_id":"1729","sku_id":"2729",
                        "product_name":"Crumb","sale_price":"12.07","currency":"USD"}]}]}}"""),
            new Payload(FileFormat.CREATIVE_CENTER_HASHTAGS_API,
                    """
                        {"data":{"list":[{"hashtag_name":"SlowBread","video_views":812345,"publish_cnt":912,"country_info":{"id":"DE"}}]}}"""),
            new Payload(FileFormat.SHOP_PRODUCT_PAGES,
                    """
                        [{"product_id":"1729","scraped_at":"2025-12-30T08:03:08.255009","product_info":{"product_name":"Pan","total_sales":1449,"total_sales_revenue":"$ 1490.5"},
                        "sales_data":{"date_range":"7day","sales_count":12,"sales_revenue":"$ 92.76","conversion_rate":"25.00%"},
                        "top_videos":[{"creator_username":"baker","estimated_sales":96,"total_views":"106300","video_url":"https://www.tiktok.com/@baker/video/7578637393239067926"}]}]"""),
            new Payload(FileFormat.UPSWELL_ASSETS,
                    """
                        [{"asset_id":"loaf-1","caption":"Crumb, at last","hook":"Listen","duration_seconds":12.5,"hashtags":["bread"],"planned_at":"2026-03-01T10:00:00Z","campaign":"spring"}]"""),
            new Payload(FileFormat.UPSWELL_AUDIENCE,
                    """
                        [{"kind":"creator","id":"baker","date":"2025-02-18","trait":"age","band":"18-24","share":0.4}]"""),
            new Payload(FileFormat.UPSWELL_PEOPLE,
                    """
                        [{"account":"p0012","video":"7600000000000000501","action":"watched","at":"2026-01-27T11:43:30Z","seconds":12.5}]"""),
            new Payload(FileFormat.UPSWELL_VIDEOS,
                    """
                        [{"id":"7600000000000000501","createdAt":"2026-01-27T11:43:30Z","creator":"one","sound":"7600000000000000303","hashtags":["a"],"durationSeconds":31,"caption":"c"}]"""));

    /// Sheets, and the archive that is read part by part: never answers of a provider.
    private static final Set<FileFormat> FILES_ALONE = Set.of(FileFormat.TIKTOK_ADS_MANAGER,
            FileFormat.TIKTOK_SELLER_CENTER_ORDERS, FileFormat.TIKTOK_USER_EXPORT, FileFormat.TIKTOK_STUDIO_VIDEOS);

    private static final List<String> STRINGS = List.of("", " ", "NaN", "Infinity", "-1", "1e400", "1e-9", "0x10",
            "١٢٣", "12,34", "1.234.567",
            "541.2K", "9e18", "99999999999999999999999", "7.5e18", "\u0000", "\uD800", "\u202E321", "a\nb",
            "' or 1=1 --",
            "<script>alert(1)</script>", "${jndi:ldap://x}", "2026-02-30", "0001-01-01T00:00:00Z",
            "+292278994-08-17T07:12:55Z", "#", "@",
            "https://www.tiktok.com/@x/video/1", "x".repeat(20_000), "null", "true", "{}");

    @Test
    void aFewThousandDamagedPayloadsAreKeptAsTheyAreOrSetAside() {
        damage(4_000, 1);
    }

    @Test
    @Tag("slow")
    void aHundredThousandDamagedPayloadsAreKeptAsTheyAreOrSetAside() {
        damage(100_000, 2);
    }

    private static void damage(int payloads, long seed) {
        SplittableRandom chance = new SplittableRandom(seed);
        long kept = 0;
        long aside = 0;
        for (int i = 0; i < payloads; i++) {
            Payload payload = PAYLOADS.get(i % PAYLOADS.size());
            JsonNode tree = JSON.readTree(payload.text());
            for (int hits = 1 + chance.nextInt(3); hits > 0; hits--) {
                hit(tree, chance);
            }
            // Half a pair can come as an escape only: bytes that mean one are no UTF-8.
            String text = tree.toString().replace("\uD800", "\\ud800");
            if (chance.nextInt(20) == 0) {
                text = text.substring(0, chance.nextInt(text.length()) + 1);
            }
            for (RowResult row : rows(payload.format(), text)) {
                switch (row) {
                    case RowResult.Mapped mapped -> {
                        SaidValues.require(mapped, tree, text);
                        kept++;
                    }
                    case RowResult.Rejected no -> {
                        assertThat(no.detail().length()).isLessThan(2_000);
                        aside++;
                    }
                }
            }
        }
        assertThat(kept).as("rows kept").isGreaterThan(payloads / 3);
        assertThat(aside).as("rows set aside").isGreaterThan(payloads / 10);
    }

    @Test
    void undamagedPayloadsAreKept() {
        for (Payload payload : PAYLOADS) {
            assertThat(rows(payload.format(), payload.text())).as(payload.format().label()).isNotEmpty()
                    .anySatisfy(row -> assertThat(row).isInstanceOf(RowResult.Mapped.class));
        }
    }

    @Test
    void everyJsonFormatHasAPayload() {
        assertThat(PAYLOADS.stream().map(Payload::format).distinct()).containsExactlyInAnyOrderElementsOf(
                Mappers.all().stream().filter(mapper -> mapper.affinity(new RawRow.Json(
                        new Position(1, 1), NODES.objectNode())) == 0)
                        .filter(mapper -> !(mapper instanceof CsvMapper)).map(RowMapper::format)
                        .filter(format -> !FILES_ALONE.contains(format)).toList());
    }

    private static List<RowResult> rows(FileFormat format, String text) {
        RowMapper mapper = Mappers.all().stream().filter(one -> one.format() == format).findFirst().orElseThrow();
        List<RowResult> rows = new ArrayList<>();
        try (OpenFile items = Answers.open(Answers.source("test", text), mapper)) {
            for (RawRow row = items.next(); row != null; row = items.next()) {
                rows.add(mapper.map(row, CONTEXT));
            }
        }
        return rows;
    }

    // Damage

    private static void hit(JsonNode tree, SplittableRandom chance) {
        List<JsonNode> containers = new ArrayList<>();
        collect(tree, containers);
        JsonNode at = containers.get(chance.nextInt(containers.size()));
        if (at instanceof ObjectNode object && !object.isEmpty()) {
            String name = List.copyOf(object.propertyNames()).get(chance.nextInt(object.size()));
            if (chance.nextInt(4) == 0) {
                object.remove(name);
            } else {
                object.set(name, garbage(object.get(name), chance));
            }
        } else if (at instanceof ArrayNode array && !array.isEmpty()) {
            array.set(chance.nextInt(array.size()), garbage(array.get(0), chance));
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainer()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }

    private static JsonNode garbage(JsonNode before, SplittableRandom chance) {
        return switch (chance.nextInt(10)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.booleanNode(chance.nextBoolean());
            case 2 -> NODES.numberNode(chance.nextLong());
            case 3 -> NODES.numberNode(chance.nextInt(1_000_000));
            case 4 -> NODES.numberNode(BigDecimal.TEN.pow(chance.nextInt(40)));
            case 5 -> NODES.numberNode(chance.nextDouble() * 1e6);
            case 6 -> NODES.arrayNode().add(before).add(NODES.objectNode().set("x", before));
            case 7 -> deep(chance.nextInt(60));
            case 8 ->
                before.isValueNode() ? NODES.stringNode(before.asString() + "x") : NODES.stringNode(before.toString());
            default -> NODES.stringNode(STRINGS.get(chance.nextInt(STRINGS.size())));
        };
    }

    private static JsonNode deep(int levels) {
        JsonNode node = NODES.numberNode(7);
        for (int i = 0; i < levels; i++) {
            node = i % 2 == 0 ? NODES.objectNode().set("id", node) : NODES.arrayNode().add(node);
        }
        return node;
    }
}
