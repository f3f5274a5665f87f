package dev.upswell.server.collect.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import org.junit.jupiter.api.Test;

class TikTokDisplayMapperTest {

    private static final String AT = "2026-02-01T00:00:00Z";

    @Test
    void videosAreOfTheAccountInTheirAddress() {
        assertThat(GoldenRows
                .of("""
                    {"data": {"videos": [
                      {"id": "7600000000000000501", "create_time": 1769514210, "title": "one", "video_description": "Slow bread #Crumb",
                       "duration": 21, "share_url": "https://www.tiktok.com/@Slow.Baker/video/7600000000000000501",
                       "like_count": 10000, "comment_count": 2, "share_count": 1, "view_count": 24000},
                      {"id": "7600000000000000502", "share_url": "x", "like_count": -1}
                    ], "cursor": 1769514210000, "has_more": true}, "error": {"code": "ok", "message": ""}}
                    """, AT))
                .isEqualTo(
                        """
                            tiktok-display
                            line 2
                              video:7600000000000000501 by tiktok-display at 2026-02-01T00:00:00Z views 24000 likes 10000 comments 2 shares 1
                              video:7600000000000000501 of creator:slow.baker with nobody created 2026-01-27T11:43:30Z lasts PT21S #crumb "Slow bread #Crumb"
                            line 5
                              rejected negative-count: like_count (-1)
                            """);
    }

    @Test
    void theProfileGivesTheCountersOfTheAccount() {
        assertThat(GoldenRows.of(
                """
                    {"data": {"user": {"open_id": "o", "username": "Slow.Baker", "follower_count": 12345, "likes_count": 900, "video_count": 31}},
                     "error": {"code": "ok"}}""",
                AT)).isEqualTo("""
                    tiktok-display
                    line 1
                      creator:slow.baker by tiktok-display at 2026-02-01T00:00:00Z likes 900 posts 31 followers 12345
                      creator:slow.baker is called Slow.Baker
                    """);
    }
}
