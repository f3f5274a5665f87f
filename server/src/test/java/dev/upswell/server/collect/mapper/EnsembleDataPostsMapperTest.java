package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnsembleDataPostsMapperTest {

    private static final String POST = """
        {"aweme_id": "7600000000000000001", "create_time": 1769514210, "desc": "Three signs #rest #gym", "aweme_type": 0, "duration": 28652,\
         "statistics": {"play_count": 4163152, "digg_count": 353011, "comment_count": 1269, "share_count": 725},\
         "author": {"unique_id": "Test_Four", "follower_count": 0, "aweme_count": 12},\
         "music": {"id": 7600000000000000302, "mid": "7600000000000000302", "title": "a sound", "user_count": 44},\
         "cha_list": [{"cha_name": "rest", "user_count": 0, "view_count": 12345678}, {"cha_name": "gym", "user_count": 0, "view_count": 0}],\
         "text_extra": [{"type": 1, "hashtag_name": "rest"}, {"type": 0}], "image_post_info": null}""";
    private static final String READ = """
          video:7600000000000000001 by ensembledata at 2026-02-01T00:00:00Z views 4163152 likes 353011 comments 1269 shares 725
          creator:test_four by ensembledata at 2026-02-01T00:00:00Z posts 12
          sound:7600000000000000302 by ensembledata at 2026-02-01T00:00:00Z posts 44
          hashtag:rest by ensembledata at 2026-02-01T00:00:00Z views 12345678
          video:7600000000000000001 of creator:test_four with sound:7600000000000000302 created 2026-01-27T11:43:30Z lasts PT28.652S #rest #gym "Three signs #rest #gym"
          sound:7600000000000000302 is called a sound
        """;

    @Test
    void postsAreFoundInEveryEnvelope() {
        for (String envelope : new String[]{"%s", "[%s]", "{\"data\":[%s],\"nextCursor\":1}",
                "{\"data\":{\"data\":[%s],\"nextCursor\":20}}",
                "{\"data\":{\"data\":[{\"type\":1,\"aweme_info\":%s}]}}", "{\"data\":[{\"aweme_info\":[%s]}]}",
                "{\"data\":{\"aweme_list\":[%s]}}", "{\n  \"nextCursor\": 1,\n  \"data\": {\n \"data\": [\n%s\n]}}"}) {
            assertThat(GoldenRows.of(envelope.formatted(POST), "2026-02-01T00:00:00Z"))
                    .startsWith("ensembledata-posts\n")
                    .endsWith(READ);
        }
    }

    @Test
    void theRemappedShapeGivesWhatItHas() {
        assertThat(GoldenRows
                .of("""
                    {"data": {"posts": [{"itemInfos": {"id": "7600000000000000001", "text": "Three #rest", "createTime": "1769514210",
                      "playCount": 4163152, "diggCount": 353011, "commentCount": 1269, "shareCount": 725, "video": {"videoMeta": {"duration": 28}}},
                      "authorInfos": {"uniqueId": "test_four"}}]}}
                    """, "2026-02-01T00:00:00Z"))
                .isEqualTo(
                        """
                            ensembledata-posts
                            line 1
                              video:7600000000000000001 by ensembledata at 2026-02-01T00:00:00Z views 4163152 likes 353011 comments 1269 shares 725
                              video:7600000000000000001 of creator:test_four with nobody created 2026-01-27T11:43:30Z lasts PT28S #rest "Three #rest"
                            """);
    }

    @Test
    void aDeletedPostDoesNotTakeItsNeighboursAlong() {
        String deleted = "{\"aweme_id\": \"7600000000000000002\", \"status\": {\"is_delete\": true}}";

        assertThat(GoldenRows.of(
                "{\"data\":{\"data\":[{\"type\":1,\"aweme_info\":[%s,%s,%s]}]}}".formatted(deleted, POST, deleted),
                "2026-02-01T00:00:00Z"))
                .isEqualTo("ensembledata-posts\nline 1\n  rejected deleted: status.is_delete (true)\nline 1\n" + READ
                        + "line 1\n  rejected deleted: status.is_delete (true)\n");
    }

    @Test
    void zeroPlaysBesideLikesAreUnknown() {
        assertThat(GoldenRows.of("""
            {"aweme_id": "7600000000000000002", "statistics": {"play_count": 0, "digg_count": 3}}
            {"aweme_id": "7600000000000000002", "statistics": {"play_count": 0, "digg_count": 0}}
            {"itemInfos": {"id": "7600000000000000002", "playCount": 0, "diggCount": "3"}}
            """, "2026-02-01T00:00:00Z").lines()
                .filter(line -> line.contains("by ensembledata") || line.contains("VIEWS")))
                .containsExactly("  video:7600000000000000002 by ensembledata at 2026-02-01T00:00:00Z likes 3",
                        "  note VIEWS_UNKNOWN",
                        "  video:7600000000000000002 by ensembledata at 2026-02-01T00:00:00Z views 0 likes 0",
                        "  video:7600000000000000002 by ensembledata at 2026-02-01T00:00:00Z likes 3",
                        "  note VIEWS_UNKNOWN");
    }

    @Test
    void deletedPrivateAndPhotoPostsAreSeenForWhatTheyAre() {
        assertThat(GoldenRows.of("""
            {"aweme_id": "7600000000000000002", "status": {"is_delete": true}}
            {"aweme_id": "7600000000000000003", "status": {"is_delete": false, "is_private": true}}
            {"aweme_id": "7600000000000000004", "aweme_type": 150, "statistics": {"play_count": 0, "digg_count": 9}}
            {"aweme_id": 7.6e18, "statistics": {"play_count": 1}}
            {"aweme_id": 7600000000000000005, "statistics": {"play_count": -1}, "create_time": 4102444800}
            """, "2026-02-01T00:00:00Z")).isEqualTo("""
            ensembledata-posts
            line 1
              rejected deleted: status.is_delete (true)
            line 2
              rejected private: status.is_private (true)
            line 3
              video:7600000000000000004 by ensembledata at 2026-02-01T00:00:00Z likes 9
              video:7600000000000000004 of nobody with nobody created 2026-01-27T11:21:31Z lasts null  "null"
              note CREATION_TIME_FROM_ID
              note PHOTO_POST_VIEWS_UNKNOWN
            line 4
              rejected id-precision-lost: aweme_id (7.6e18)
            line 5
              rejected negative-count: play_count (-1); create_time (4102444800)
            """);
    }
}
