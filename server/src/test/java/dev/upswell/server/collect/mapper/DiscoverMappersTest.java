package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DiscoverMappersTest {

    @Test
    void everyHostIsASourceOfItsOwn() {
        assertThat(GoldenRows.of("""
            observed_at,host,rank,hashtag_id,hashtag,views
            2021-04-01T10:00:00Z,t,1,11,#teatime,144500000
            2021-04-01T10:00:00Z,www,1,11,#teatime,144400000
            2021-04-01T10:00:00Z,not a host,1,11,#teatime,1
            """)).isEqualTo("""
            discover-hashtags
            line 2
              hashtag:teatime by discover:t at 2021-04-01T10:00:00Z views 144500000±100000
            line 3
              hashtag:teatime by discover:www at 2021-04-01T10:00:00Z views 144400000±100000
            line 4
              rejected bad-source: host (not a host)
            """);
    }

    @Test
    void soundsAreKnownByNumberAndNamedByTitle() {
        assertThat(GoldenRows.of("""
            observed_at,host,rank,music_id,title,author,posts
            2021-04-01T10:00:00Z,m,1,6800000000000000123,"Rain, again",Somebody,1200000
            2021-04-01T10:00:00Z,m,2,6.8e+18,Lost,Somebody,300
            """)).isEqualTo("""
            discover-sounds
            line 2
              sound:6800000000000000123 by discover:m at 2021-04-01T10:00:00Z posts 1200000±100000
              sound:6800000000000000123 is called Rain, again
            line 3
              rejected id-precision-lost: music_id (6.8e+18)
            """);
    }

    @Test
    void creatorsAreKnownByHandle() {
        assertThat(GoldenRows.of("""
            observed_at,host,rank,user_id,handle,followers,likes
            2021-04-01T10:00:00Z,m,1,6700000000000000001,@Test.Cook,22100000,325100000
            2021-04-01T10:00:00Z,m,2,6700000000000000002,@,1,1
            """)).isEqualTo("""
            discover-creators
            line 2
              creator:test.cook by discover:m at 2021-04-01T10:00:00Z likes 325100000±100000 followers 22100000±100000
            line 3
              rejected missing-id: handle
            """);
    }
}
