package dev.upswell.server.collect.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import org.junit.jupiter.api.Test;

class CreatorCenterItemsMapperTest {

    private static final String ITEM = """
        {"item_id": "7600000000000000601", "desc": "slow bread #Sourdough", "create_time": "1769514210", "post_time": "1769514210",
         "schedule_time": "0", "duration": 31046, "play_count": "4100200", "like_count": "123456", "comment_count": "78",
         "share_count": "9", "favorite_count": "1011", "visibility": 1, "in_review": false, "status": 1, "is_pinned": false}""";

    private static String rows(String items) {
        return GoldenRows.of("{\"status_code\": 0, \"has_more\": false, \"cursor\": 3, \"item_list\": [" + items + "]}",
                "2026-02-01T00:00:00Z");
    }

    @Test
    void ownVideosAreReadWithTheirCounters() {
        assertThat(rows(ITEM)).isEqualTo(
                """
                    creator-center-items
                    line 1
                      video:7600000000000000601 by creator-center at 2026-02-01T00:00:00Z views 4100200 likes 123456 comments 78 shares 9 saves 1011
                      video:7600000000000000601 of nobody with nobody created 2026-01-27T11:43:30Z lasts PT31.046S #sourdough "slow bread #Sourdough"
                    """);
    }

    @Test
    void anItemThatTellsOfItsViewingIsReadWithIt() {
        String telling = ITEM.replace("\"is_pinned\": false", """
            "is_pinned": false, "video_finish_rate_realtime": {"value": {"status": 0, "value": 0.036}},
            "video_per_duration_realtime": 10.23, "video_new_followers": {"value": {"status": 0, "value": "2"}},
            "video_retention_rate_realtime": {"value": {"status": 0, "list": [{"timestamp": "0", "value": 1},
             {"timestamp": "3000", "value": 0.61}, {"timestamp": "5000", "value": 0.42}]}}""");

        assertThat(rows(telling)).isEqualTo(
                """
                    creator-center-items
                    line 1
                      video:7600000000000000601 by creator-center at 2026-02-01T00:00:00Z views 4100200 likes 123456 comments 78 shares 9 saves 1011
                      VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=creator-center, observedAt=2026-02-01T00:00:00Z, told=Viewing[completionRate=0.036, averageWatchSeconds=10.23, rewatchRatio=null, retentionAt3s=0.61, retentionAt5s=0.42, profileViews=null, linkClicks=null, newFollowers=2]]
                      video:7600000000000000601 of nobody with nobody created 2026-01-27T11:43:30Z lasts PT31.046S #sourdough "slow bread #Sourdough"
                    """);
        assertThat(rows(telling.replace("\"schedule_time\": \"0\"", "\"schedule_time\": \"1769900000\"")))
                .as("nothing is known of what is still to be posted").doesNotContain("VideoViewing");
    }

    @Test
    void whatIsNotOpenToEveryoneIsSetAside() {
        assertThat(rows(ITEM.replace("\"visibility\": 1", "\"visibility\": 2"))).contains("rejected private")
                .doesNotContain("4100200");
    }

    @Test
    void whatIsStillToBePostedHasNoReading() {
        String scheduled = ITEM.replace("\"schedule_time\": \"0\"", "\"schedule_time\": \"1769900000\"")
                .replace("\"4100200\"", "\"0\"").replace("\"123456\"", "\"0\"");
        assertThat(rows(scheduled)).doesNotContain("views").contains("slow bread");
    }

    @Test
    void aCountThatIsLeftOutIsMissingAndNotZero() {
        assertThat(rows(ITEM.replace("\"favorite_count\": \"1011\", ", "").replace("\"comment_count\": \"78\",", "")))
                .contains("likes 123456").doesNotContain("saves", "comments");
    }

    @Test
    void aDamagedItemDoesNotTakeItsNeighbourAlong() {
        assertThat(rows("{\"item_id\": \"x\", \"play_count\": \"1\", \"post_time\": \"1\"}," + ITEM))
                .contains("rejected", "views 4100200");
    }
}
