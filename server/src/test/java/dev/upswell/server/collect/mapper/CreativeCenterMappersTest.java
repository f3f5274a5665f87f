package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreativeCenterMappersTest {

    @Test
    void aCreatorVideoIsAnExactReadingOfTheVideoAndOfItsCreator() {
        assertThat(GoldenRows
                .of("""
                    nickname,uniqueId,user_id,follower_count,bio,creator_rank,video_item_id,video_name,video_url,video_play_count,video_like_count,crawl_date,crawl_time
                    Test Cook,test.cook,6700000000000000001,253100,"first line
                    second line",1,7551000000000000001,Soup #Soup #soup #dinner🍲,https://www.tiktok.com/@test.cook/video/7551000000000000001,60027500,341600,2025-09-24,18:11:30
                    Test Cook,test.cook,6700000000000000001,253100,,1,7.551e+18,Soup,https://example.org,5,5,2025-09-24,18:11:30
                    """))
                .isEqualTo(
                        """
                            creative-center-creator-videos
                            line 2
                              video:7551000000000000001 by creative-center:creator-videos at 2025-09-24T10:11:30Z views 60027500 likes 341600
                              creator:test.cook by creative-center:creator-videos at 2025-09-24T10:11:30Z followers 253100
                              video:7551000000000000001 of creator:test.cook with nobody created 2025-09-17T10:16:30Z lasts null #soup #dinner "Soup #Soup #soup #dinner🍲"
                              note CREATION_TIME_FROM_ID
                            line 4
                              rejected id-precision-lost: video_item_id (7.551e+18)
                            """);
    }

    @Test
    void aPostHasNoCreatorBecauseItsAddressIsAPlaceholder() {
        assertThat(GoldenRows
                .of("""
                    url,nickname,user_id,item_id,item_name,genre,like_count,play_count,crawl_date,crawl_time
                    https://tiktok.com/@username/video/7551000000000000001,Test Cook,67,7551000000000000001,,Food,341596,60024464,2025-09-24,18:11:30
                    """))
                .isEqualTo(
                        """
                            creative-center-posts
                            line 2
                              video:7551000000000000001 by creative-center:posts at 2025-09-24T10:11:30Z views 60024464 likes 341596
                              video:7551000000000000001 of nobody with nobody created 2025-09-17T10:16:30Z lasts null  "null"
                              note CREATION_TIME_FROM_ID
                            """);
    }

    @Test
    void hashtagTotalsOfSevenDaysAreASourceOfTheirOwn() {
        assertThat(GoldenRows.of("""
            hashtag_id,hashtag_name,country,rank,video_views,publish_count,industry_value,crawl_date,crawl_time
            1,soup,Nowhere,1,84150900,17000,,2025-09-24,07:11:30
            """)).isEqualTo("""
            creative-center-hashtags
            line 2
              hashtag:soup by creative-center:hashtags-7d:nowhere at 2025-09-23T23:11:30Z views 84150900 posts 17000
            """);
        assertThat(Mappers.all()).filteredOn(mapper -> !mapper.cumulative())
                .extracting(mapper -> mapper.format().label())
                .containsExactlyInAnyOrder("creative-center-hashtags", "creative-center-hashtags-api");
    }

    @Test
    void theRawAnswerNeedsATime() {
        String answer = """
            {"code": 0, "data": {"list": [
              {"hashtag_id": "1", "hashtag_name": "soup", "publish_cnt": 20861, "video_views": 3751908, "trend": [
                {"time": 1702771200, "value": 0}
              ]}
            ]}}
            """;

        assertThat(GoldenRows.of(answer, "2023-12-24T00:00:00Z")).isEqualTo("""
            creative-center-hashtags-api
            line 2
              hashtag:soup by creative-center:hashtags-7d at 2023-12-24T00:00:00Z views 3751908 posts 20861
            """);
        assertThat(GoldenRows.of(answer)).contains("rejected missing-time");
    }
}
