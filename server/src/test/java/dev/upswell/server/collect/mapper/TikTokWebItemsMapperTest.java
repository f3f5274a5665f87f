package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TikTokWebItemsMapperTest {

    private static final String ITEM = """
        {"id": "7470000000000000001", "desc": "hello #one", "createTime": "1739244917", "collectTime": 1739376010,\
         "author": {"uniqueId": "Test.Eater", "privateAccount": false}, "authorStats": {"followerCount": 3800000, "heartCount": 142800000, "videoCount": 380},\
         "authorStatsV2": {"followerCount": "3801234"}, "stats": {"playCount": 98400, "diggCount": 17700, "collectCount": "223"},\
         "statsV2": {"playCount": "98412", "diggCount": "17700"}, "music": {"id": "7460000000000000007", "title": "tune"},\
         "challenges": [{"title": "One"}], "textExtra": [{"hashtagName": "two"}, {"userUniqueId": "x"}], "video": {"duration": 21}}""";

    @Test
    void exactCountersGoBeforeRoundedOnesAndTheCollectorsTimeIsTheReadings() {
        assertThat(GoldenRows.of(ITEM)).isEqualTo(
                """
                    tiktok-web-items
                    line 1
                      video:7470000000000000001 by tiktok-web at 2025-02-12T16:00:10Z views 98412 likes 17700±100 saves 223
                      creator:test.eater by tiktok-web at 2025-02-12T16:00:10Z likes 142800000±100000 posts 380 followers 3801234
                      video:7470000000000000001 of creator:test.eater with sound:7460000000000000007 created 2025-02-11T03:35:17Z lasts PT21S #one #two "hello #one"
                      sound:7460000000000000007 is called tune
                    """);
    }

    @Test
    void pagesOfAnswersAreReadWherePeopleSavedThem() {
        String undated = ITEM.replace("\"collectTime\": 1739376010, ", "").replace("\n", "");

        String item = GoldenRows.of(undated, "2025-03-01T00:00:00Z").substring("tiktok-web-items\n".length());
        assertThat(item).contains("at 2025-03-01T00:00:00Z");
        for (String page : new String[]{"{\"data\":{\"itemList\":[%s],\"hasMore\":true}}",
                "{\"itemList\":[%s],\"statusCode\":0}",
                "{\"cursor\":12,\"item_list\":[%s]}", "[%s]", "{\"itemInfo\":{\"itemStruct\":%s},\"statusCode\":0}"}) {
            assertThat(GoldenRows.of(page.formatted(undated), "2025-03-01T00:00:00Z")).endsWith(item);
        }
    }

    @Test
    void deletedPrivateAndPhotoItemsAreSeenForWhatTheyAre() {
        assertThat(GoldenRows
                .of("""
                    {"id": "7470000000000000002", "_source_path": "somewhere"}
                    {"id": "7470000000000000003", "privateItem": true, "stats": {"playCount": 5}}
                    {"id": "7470000000000000004", "author": "plain.handle", "imagePost": {"images": []}, "stats": {"playCount": 0, "diggCount": 3}, "video": {"duration": 0}}
                    {"id": "7470000000000000005", "stats": {"playCount": 5}, "video": {"duration": 18000, "cover": {"url_list": []}}}
                    {"id": "7470000000000000006", "stats": {"playCount": 5}, "createTime": 1739244917000}
                    {"id": "7470000000000000007", "author": {"uniqueId": "x", "secret": true}, "stats": {"playCount": 5}}
                    {"id": "7470000000000000007", "createTime": 1739244917, "stats": {"playCount": 0, "diggCount": 2}}
                    {"id": "7470000000000000007", "stats": {"playCount": 5
                    """, "2025-03-01T00:00:00Z"))
                .isEqualTo(
                        """
                            tiktok-web-items
                            line 1
                              rejected deleted: only an id is left (7470000000000000002)
                            line 2
                              rejected private: privateItem, secret, author.privateAccount or author.secret (true)
                            line 3
                              video:7470000000000000004 by tiktok-web at 2025-03-01T00:00:00Z likes 3
                              video:7470000000000000004 of creator:plain.handle with nobody created 2025-02-11T03:35:08Z lasts null  "null"
                              note CREATION_TIME_FROM_ID
                              note PHOTO_POST_VIEWS_UNKNOWN
                            line 4
                              video:7470000000000000005 by tiktok-web at 2025-03-01T00:00:00Z views 5
                              video:7470000000000000005 of nobody with nobody created 2025-02-11T03:35:08Z lasts PT18S  "null"
                              note CREATION_TIME_FROM_ID
                            line 5
                              video:7470000000000000006 by tiktok-web at 2025-03-01T00:00:00Z views 5
                              video:7470000000000000006 of nobody with nobody created 2025-02-11T03:35:17Z lasts null  "null"
                            line 6
                              rejected private: privateItem, secret, author.privateAccount or author.secret (true)
                            line 7
                              video:7470000000000000007 by tiktok-web at 2025-03-01T00:00:00Z likes 2
                              video:7470000000000000007 of nobody with nobody created 2025-02-11T03:35:17Z lasts null  "null"
                              note VIEWS_UNKNOWN
                            line 8
                              rejected broken-json: Unexpected end-of-input: expected close marker for Object (column 55)
                            """);
    }
}
