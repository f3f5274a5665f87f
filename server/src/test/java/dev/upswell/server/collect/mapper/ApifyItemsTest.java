package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ApifyItemsTest {

    private static final String ITEM = """
        {"id": "7400000000000000001", "text": "Stay #here", "createTime": 1722947379, "createTimeISO": "2024-08-06T12:29:39.000Z",\
         "playCount": 224000, "diggCount": 5366, "commentCount": 0, "shareCount": null, "collectCount": "1.2K",\
         "authorMeta": {"name": "Test_Home", "fans": 23600, "heart": 263900, "video": 72, "privateAccount": false},\
         "musicMeta": {"musicId": "6900000000000000009", "musicName": "quiet sound"}, "videoMeta": {"duration": 25},\
         "hashtags": [{"id": "1", "name": "Travel"}, {"name": ""}, {"id": "2", "name": "two words"}],\
         "searchHashtag": {"name": "travel", "views": "4050000000"},\
         "webVideoUrl": "https://www.tiktok.com/@test_home/video/7400000000000000001"}
        """;

    @Test
    void anItemIsAReadingOfTheVideoItsCreatorAndTheSearchedHashtag() {
        assertThat(GoldenRows.of(ITEM, "2025-05-31T00:00:00Z")).isEqualTo(
                """
                    apify-items
                    line 1
                      video:7400000000000000001 by apify at 2025-05-31T00:00:00Z views 224000±100 likes 5366 comments 0 saves 1200±100
                      creator:test_home by apify at 2025-05-31T00:00:00Z likes 263900±100 posts 72 followers 23600±100
                      hashtag:travel by apify at 2025-05-31T00:00:00Z views 4050000000
                      video:7400000000000000001 of creator:test_home with sound:6900000000000000009 created 2024-08-06T12:29:39Z lasts PT25S #travel "Stay #here"
                      sound:6900000000000000009 is called quiet sound
                      note HASHTAG_LEFT_OUT
                    """);
    }

    @Test
    void withoutATimeAnItemIsContentOnly() {
        assertThat(GoldenRows.of(ITEM)).isEqualTo(
                """
                    apify-items
                    line 1
                      video:7400000000000000001 of creator:test_home with sound:6900000000000000009 created 2024-08-06T12:29:39Z lasts PT25S #travel "Stay #here"
                      sound:6900000000000000009 is called quiet sound
                      note UNDATED
                      note HASHTAG_LEFT_OUT
                    """);
    }

    @Test
    void whatAnExportLeftOutComesFromTheAddressTheIdAndTheCaption() {
        assertThat(GoldenRows
                .of("""
                    {"text": "Long day #Beach#sunset", "playCount": 69800, "videoMeta": {"duration": 0}, "authorMeta": {"fans": 8586},\
                     "webVideoUrl": "https://www.tiktok.com/@somebody/photo/7400000000000000002?lang=en"}
                    """, "2025-05-31T00:00:00Z"))
                .isEqualTo(
                        """
                            apify-items
                            line 1
                              video:7400000000000000002 by apify at 2025-05-31T00:00:00Z views 69800±100
                              creator:somebody by apify at 2025-05-31T00:00:00Z followers 8586
                              video:7400000000000000002 of creator:somebody with nobody created 2024-08-06T12:19:23Z lasts null #beach #sunset "Long day #Beach#sunset"
                              note ID_FROM_URL
                              note CREATION_TIME_FROM_ID
                            """);
    }

    @Test
    void damagedIdsAndErrorItemsAndPrivateAccountsAreTold() {
        assertThat(GoldenRows
                .of("""
                    [{"webVideoUrl": "https://www.tiktok.com/@a/video/7400000000000000002", "id": 7.4e18, "playCount": 5,
                      "musicMeta": {"musicId": 6.9e+18}},
                     {"authorMeta": {"name": "a"}, "id": 7.4e18, "playCount": 5},
                     {"url": "https://www.tiktok.com/@a/video/1", "error": "Post not found.", "errorCode": "POST_NOT_FOUND"},
                     {"authorMeta": {"name": "a", "privateAccount": true}, "id": "7400000000000000003", "playCount": 5},
                     {"authorMeta": {"name": "a"}, "playCount": 5},
                     {"authorMeta": {"name": "a"}, "id": "7400000000000000004", "createTime": 99, "playCount": 5},
                     {"isSlideshow": true, "authorMeta": {"name": "a"}, "id": "7400000000000000005", "playCount": 0, "diggCount": 7},
                     5]
                    """, "2024-08-01T00:00:00Z"))
                .isEqualTo("""
                    apify-items
                    line 1
                      rejected observed-before-created: observed 2024-08-01T00:00:00Z, created 2024-08-06T12:19:23Z
                    line 3
                      rejected id-precision-lost: id (7.4e18)
                    line 4
                      rejected provider-error: POST_NOT_FOUND (https://www.tiktok.com/@a/video/1)
                    line 5
                      rejected private: authorMeta.privateAccount (true)
                    line 6
                      rejected missing-id: id
                    line 7
                      rejected too-old-time: createTime (99)
                    line 8
                      rejected observed-before-created: observed 2024-08-01T00:00:00Z, created 2024-08-06T12:19:23Z
                    line 9
                      rejected not-an-object: not a JSON object
                    """);
    }

    @Test
    void bothFlattenedDialectsAreTheSameItem() {
        String expected = """
            apify-items-csv
            line 2
              video:7400000000000000001 by apify at 2025-05-31T00:00:00Z views 224000±100 likes 39000±100
              creator:test_home by apify at 2025-05-31T00:00:00Z followers 23600±100
              video:7400000000000000001 of creator:test_home with nobody created 2024-08-06T12:19:23Z lasts PT25S #travel #sea "Stay, again"
            """;

        assertThat(GoldenRows
                .of("""
                    id,text,playCount,diggCount,authorMeta/name,authorMeta/fans,videoMeta/duration,hashtags/0/name,hashtags/1/name,hashtags/2/name,createTimeISO,webVideoUrl
                    7400000000000000001,"Stay, again",224000,39000,Test_Home,23600,25,travel,,sea,2024-08-06T12:19:23.000Z,https://www.tiktok.com/@test_home/video/7400000000000000001
                    """, "2025-05-31T00:00:00Z"))
                .isEqualTo(expected);
        assertThat(GoldenRows
                .of("""
                    authorMeta.name,authorMeta.fans,text,diggCount,playCount,videoMeta.duration,hashtags.0.name,hashtags.1.name,createTimeISO,webVideoUrl
                    test_home,23600,"Stay, again",39000,224000,25,travel,sea,2024-08-06T12:19:23.000Z,https://www.tiktok.com/@test_home/video/7400000000000000001
                    """, "2025-05-31T00:00:00Z"))
                .isEqualTo(expected + "  note ID_FROM_URL\n");
    }
}
