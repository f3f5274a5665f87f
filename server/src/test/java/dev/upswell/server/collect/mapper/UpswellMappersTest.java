package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UpswellMappersTest {

    @Test
    void observationsOfEveryKindAndCounter() {
        assertThat(GoldenRows.of("""
            kind,id,name,source,observed_at,views,likes,comments,shares,saves,posts,followers
            hashtag,Soup,,sim,2025-01-01T00:15:00Z,541.2K,,,,,1203,
            sound,s-1,Rain,sim,2025-01-01T00:15:00Z,,,,,,7,
            video,v1,,Sim:A,2025-01-01T00:15:00.5Z,10,9,8,7,6,,
            creator,@Cook,Cook,sim,2025-01-01T00:15:00Z,,5,,,,3,1.2M
            user,x,,sim,2025-01-01T00:15:00Z,1,,,,,,
            video,v1,,,2025-01-01T00:15:00Z,1,,,,,,
            """)).isEqualTo("""
            upswell-observations
            line 2
              hashtag:soup by sim at 2025-01-01T00:15:00Z views 541200±100 posts 1203
            line 3
              sound:s-1 by sim at 2025-01-01T00:15:00Z posts 7
              sound:s-1 is called Rain
            line 4
              video:v1 by sim:a at 2025-01-01T00:15:00.500Z views 10 likes 9 comments 8 shares 7 saves 6
            line 5
              creator:cook by sim at 2025-01-01T00:15:00Z likes 5 posts 3 followers 1200000±100000
              creator:cook is called Cook
            line 6
              rejected bad-kind: kind (user)
            line 7
              rejected bad-source: source
            """);
    }

    @Test
    void videosAreContentWithoutReadings() {
        assertThat(GoldenRows
                .of("""
                    {"id":"v1","createdAt":"2025-01-01T00:00:00Z","creator":"cook","sound":"s-1","hashtags":["soup","Rain"],"durationSeconds":12.5,"caption":"hi"}
                    {"id":"v2","createdAt":null,"hashtags":[]}
                    {"createdAt":"2025-01-01T00:00:00Z"}
                    """))
                .isEqualTo(
                        """
                            upswell-videos
                            line 1
                              video:v1 of creator:cook with sound:s-1 created 2025-01-01T00:00:00Z lasts PT12.5S #soup #rain "hi"
                            line 2
                              video:v2 of nobody with nobody created null lasts null  "null"
                            line 3
                              rejected missing-id: id
                            """);
    }
}
