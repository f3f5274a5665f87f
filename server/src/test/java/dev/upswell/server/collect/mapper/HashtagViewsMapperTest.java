package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HashtagViewsMapperTest {

    @Test
    void readsTimesInUtcAndInfersTheDisplayStep() {
        assertThat(GoldenRows.of("""
            hashtag,observed_at,views
            SlowCooking,2024-05-01 03:00:07,2300000
            #slowcooking,2024-05-01T06:00:07Z,2345678
            rarebooks,2024-05-01 03:00:09,812
            rarebooks,2024-05-01 06:00:09,"12,400"
            rarebooks,2024-05-01 09:00:09,541.2K
            """)).isEqualTo("""
            hashtag-views
            line 2
              hashtag:slowcooking by hashtag-views at 2024-05-01T03:00:07Z views 2300000±100000
              hashtag:slowcooking is called SlowCooking
            line 3
              hashtag:slowcooking by hashtag-views at 2024-05-01T06:00:07Z views 2345678
            line 4
              hashtag:rarebooks by hashtag-views at 2024-05-01T03:00:09Z views 812
            line 5
              hashtag:rarebooks by hashtag-views at 2024-05-01T06:00:09Z views 12400±100
            line 6
              hashtag:rarebooks by hashtag-views at 2024-05-01T09:00:09Z views 541200±100
            """);
    }

    @Test
    void namesEveryFaultOfARow() {
        assertThat(GoldenRows.of("""
            hashtag,observed_at,views
            a,2024-05-01 03:00:07,-5
            a,2024-05-01 03:00:07,99999999999999999999
            a,2024-05-01 03:00:07,9000000000000000
            a,2024-05-01 03:00:07,many
            a,1970-01-01 00:00:00,5
            a,2031-01-01 00:00:00,5
            a,yesterday,5
            a,,5
            ,2024-05-01 03:00:07,5
            two words,2024-05-01 03:00:07,5
            a,2024-05-01 03:00:07,
            ,never,-1
            a,2024-05-01 03:00:07
            """)).isEqualTo("""
            hashtag-views
            line 2
              rejected negative-count: views (-5)
            line 3
              rejected absurd-count: views (99999999999999999999)
            line 4
              rejected absurd-count: views (9000000000000000)
            line 5
              rejected bad-number: views (many)
            line 6
              rejected too-old-time: observed_at (1970-01-01 00:00:00)
            line 7
              rejected future-time: observed_at (2031-01-01 00:00:00)
            line 8
              rejected bad-time: observed_at (yesterday)
            line 9
              rejected missing-time: observed_at
            line 10
              rejected missing-id: hashtag
            line 11
              rejected bad-id: hashtag (two words)
            line 12
              rejected no-counts: no counter is given
            line 13
              rejected missing-id: hashtag; observed_at (never); views (-1)
            line 14
              rejected wrong-column-count: 2 fields, but the header has 3
            """);
    }
}
