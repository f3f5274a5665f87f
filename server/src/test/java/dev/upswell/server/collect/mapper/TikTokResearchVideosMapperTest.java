package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TikTokResearchVideosMapperTest {

    private static final String VIDEO = """
        {"id": 7600000000000000501, "create_time": 1769514210, "username": "Test_Five", "region_code": "DE",
         "video_description": "slow bread #Sourdough", "music_id": 7600000000000000303, "like_count": 123456, "comment_count": 78,
         "share_count": 9, "view_count": 4100200, "favorites_count": 1011, "hashtag_names": ["sourdough", "crumb"],
         "video_duration": 31, "playlist_id": 0}""";
    private static final String READ = """
          video:7600000000000000501 by tiktok-research at 2026-02-01T00:00:00Z views 4100200 likes 123456 comments 78 shares 9 saves 1011
          video:7600000000000000501 of creator:test_five with sound:7600000000000000303 created 2026-01-27T11:43:30Z lasts PT31S #sourdough #crumb "slow bread #Sourdough"
        """;

    private static String rows(String content) {
        return GoldenRows.of(content, "2026-02-01T00:00:00Z");
    }

    @Test
    void videosAreFoundInEveryListOfTheirApi() {
        for (String list : new String[]{"videos", "reposted_videos", "user_reposted_videos", "user_liked_videos",
                "pinned_videos_list"}) {
            assertThat(rows("""
                {"data": {"cursor": 7, "has_more": true, "%s": [%s]}, "error": {"code": "ok", "message": ""}}
                """.formatted(list, VIDEO))).as(list).startsWith("tiktok-research-videos\n").endsWith(READ);
        }
    }

    @Test
    void countsAreExactAndIdsKeepEveryDigit() {
        assertThat(rows("{\"data\":{\"videos\":[" + VIDEO + "]}}")).contains("views 4100200 likes").doesNotContain("±");
    }

    @Test
    void whatWasLeftOutIsMissingAndNotZero() {
        assertThat(
                rows("""
                    {"data": {"videos": [{"id": 7600000000000000502, "region_code": "DE", "like_count": 0},
                      {"id": 7600000000000000503, "region_code": "DE", "like_count": 5, "view_count": 0, "favourites_count": 2}]}}
                    """))
                .isEqualTo("""
                    tiktok-research-videos
                    line 1
                      video:7600000000000000502 by tiktok-research at 2026-02-01T00:00:00Z likes 0
                      video:7600000000000000502 of nobody with nobody created 2026-01-27T11:21:31Z lasts null  "null"
                      note CREATION_TIME_FROM_ID
                    line 2
                      video:7600000000000000503 by tiktok-research at 2026-02-01T00:00:00Z likes 5 saves 2
                      video:7600000000000000503 of nobody with nobody created 2026-01-27T11:21:31Z lasts null  "null"
                      note CREATION_TIME_FROM_ID
                      note VIEWS_UNKNOWN
                    """);
    }

    @Test
    void aDamagedItemDoesNotTakeItsNeighboursAlong() {
        assertThat(rows("{\"data\":{\"videos\":[{\"id\":7.6e18,\"region_code\":\"DE\",\"like_count\":1}," + VIDEO
                + ",{\"id\":7600000000000000504,\"region_code\":\"DE\",\"like_count\":\"lots\"}]}}"))
                .isEqualTo("tiktok-research-videos\nline 1\n  rejected id-precision-lost: id (7.6e18)\nline 1\n" + READ
                        + "line 4\n  rejected bad-number: like_count (lots)\n");
    }
}
