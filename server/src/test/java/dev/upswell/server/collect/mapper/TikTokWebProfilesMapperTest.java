package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TikTokWebProfilesMapperTest {

    @Test
    void profilesGiveTheCountersOfCreatorsAndHashtags() {
        assertThat(
                GoldenRows
                        .of("""
                            {"statusCode": 0, "userInfo": {"user": {"id": "70", "uniqueId": "Slow.Baker", "secUid": "MS4", "privateAccount": false},
                             "stats": {"followerCount": 2900000, "heartCount": 83700000, "videoCount": 373},
                             "statsV2": {"followerCount": "2898214", "heartCount": "83712004"}}}
                            {"challengeInfo": {"challenge": {"id": "9", "title": "SlowBread"}, "stats": {"viewCount": 51200000000, "videoCount": 7200}}}
                            {"userInfo": {"user": {"uniqueId": "hidden", "secret": true}, "stats": {"followerCount": 3}}}
                            {"userInfo": {"user": {"uniqueId": "old.one"}, "stats": {"heart": 12}}}
                            {"userInfo": {"user": {"uniqueId": "odd.one"}, "stats": {"heart": -12}}}
                            """.replace(
                                "false},\n ", "false}, ").replace("373},\n ", "373}, "), "2026-02-01T00:00:00Z"))
                .isEqualTo(
                        """
                            tiktok-web-profiles
                            line 1
                              creator:slow.baker by tiktok-web at 2026-02-01T00:00:00Z likes 83712004 posts 373 followers 2898214
                              creator:slow.baker is called Slow.Baker
                            line 2
                              hashtag:slowbread by tiktok-web at 2026-02-01T00:00:00Z views 51200000000±100000000 posts 7200
                              hashtag:slowbread is called SlowBread
                            line 3
                              rejected private: user.privateAccount or user.secret (true)
                            line 4
                              creator:old.one by tiktok-web at 2026-02-01T00:00:00Z likes 12
                            line 5
                              rejected negative-count: heart (-12)
                            """);
    }

    @Test
    void countersWithoutATimeAreSetAside() {
        assertThat(GoldenRows.of("{\"userInfo\": {\"user\": {\"uniqueId\": \"one\"}, \"stats\": {\"heart\": 12}}}"))
                .contains("rejected missing-time");
    }
}
