package dev.upswell.server.collect.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import org.junit.jupiter.api.Test;

class AdsManagerMapperTest {

    private static final String AT = "2026-02-20T06:00:00Z";

    @Test
    void aReportWithIdsTellsWhatEachAdBroughtOnADay() {
        assertThat(GoldenRows.of(
                """
                    Campaign name,Ad group ID,Ad ID,Ad name,By Day,Currency,Cost,Impressions,Clicks (destination),CTR (destination),Reach,Conversions,Video views,Video views at 100%,Paid likes,Gender
                    Loaves,1850000000000000001,1850000000000000777,"Bread, slowly",2026-02-18,EUR,"1,017.305","42,000",105,2.50%,3911,7,4011,88,41,female
                    Loaves,1850000000000000001,1.85E+18,Bread,2026-02-18,€,-1,many,,,,,,,,
                    Total of 2 results,-,-,-,-,-,1017.31,42000,105,0.25%,3911,7,4011,88,41,-
                    """,
                AT)).isEqualTo(
                        """
                            tiktok-ads-manager
                            line 2
                              AdResult[subject=Subject[level=AD, id=1850000000000000777, part=gender=female, name=Bread, slowly, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=1017.305, currency=EUR], figures={IMPRESSIONS=42000.0, CLICKS=105.0, REACH=3911.0, CONVERSIONS=7.0, VIDEO_PLAYS=4011.0, WATCHED_100=88.0, LIKES=41.0}]
                            line 3
                              rejected id-precision-lost: ad id (1.85E+18); Currency (€); Cost (-1); Impressions (many); neither cost nor figures
                            line 4
                              rejected missing-time: the row of totals has no day and is not read
                            """);
    }

    @Test
    void aPointBeforeThreeDigitsIsNotCertainInCostsAndCounts() {
        assertThat(GoldenRows.of("""
            Ad name;By day;Cost;Impressions;CTR (destination);Frequency;Ad group name
            loaf;2026-02-18;1.234;90;;;north
            loaf;2026-02-18;1.234.567;42.000;;;north
            loaf;2026-02-18;0.125;90;0.002;1.234;north
            """, AT)).isEqualTo(
                """
                    tiktok-ads-manager
                    line 2
                      rejected bad-number: Cost: thousands or decimals behind the point (1.234)
                    line 3
                      rejected bad-number: Cost: thousands or decimals behind the point (1.234.567); Impressions: thousands or decimals behind the point (42.000); neither cost nor figures
                    line 4
                      AdResult[subject=Subject[level=AD, id=loaf, part=adgroup=north, name=loaf, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=0.125, currency=null], figures={IMPRESSIONS=90.0, CTR=0.002, FREQUENCY=1.234}]
                    """);
    }

    @Test
    void aPointBeforeThreeDigitsIsDecimalWhereTheRowWritesDecimalsWithPoints() {
        assertThat(GoldenRows.of("""
            Ad name;By day;Cost;Impressions;CPM;Ad group name
            loaf;2026-02-18;984.896;44722.72;22.022;north
            loaf;2026-02-18;984.896;44722;22.0223;north
            loaf;2026-02-18;984.896;1,722.250;;north
            loaf;2026-02-18;1.234.567;44722.72;;north
            loaf;2026-02-18;984.896;44722;22.022;north
            """, AT)).isEqualTo(
                """
                    tiktok-ads-manager
                    line 2
                      AdResult[subject=Subject[level=AD, id=loaf, part=adgroup=north, name=loaf, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=984.896, currency=null], figures={IMPRESSIONS=44722.72}]
                    line 3
                      AdResult[subject=Subject[level=AD, id=loaf, part=adgroup=north, name=loaf, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=984.896, currency=null], figures={IMPRESSIONS=44722.0}]
                    line 4
                      AdResult[subject=Subject[level=AD, id=loaf, part=adgroup=north, name=loaf, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=984.896, currency=null], figures={IMPRESSIONS=1722.25}]
                    line 5
                      rejected bad-number: Cost (1.234.567)
                    line 6
                      rejected bad-number: Cost: thousands or decimals behind the point (984.896)
                    """);
    }

    @Test
    void withoutIdsNamesAreKnownByWhatTheyBelongToAndRatesAreFractionsUnlessTheySayPercent() {
        assertThat(GoldenRows.of("""
            Ad name;Text;By day;Cost;Impressions;CTR (destination);Ad group name
            loaf;Rise;2026-02-18;1.5;90.25;0.002;north
            loaf;Rise;2026-02-18;1.5;90.25;0.2%;south
            loaf;Rise;2026-02-18;1.5;90.25;2.5;west
            ;;2026-02-18;1.5;90.25;;north
            loaf;Rise;;1.5;90.25;;north
            """, AT)).isEqualTo(
                """
                    tiktok-ads-manager
                    line 2
                      AdResult[subject=Subject[level=AD, id=loaf, part=text=Rise adgroup=north, name=loaf, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=1.5, currency=null], figures={IMPRESSIONS=90.25, CTR=0.002}]
                    line 3
                      AdResult[subject=Subject[level=AD, id=loaf, part=text=Rise adgroup=south, name=loaf, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=1.5, currency=null], figures={IMPRESSIONS=90.25, CTR=0.002}]
                    line 4
                      rejected absurd-count: CTR: a share above 1 without % (2.5)
                    line 5
                      AdResult[subject=Subject[level=ADGROUP, id=north, part=null, name=north, account=null], day=2026-02-18, source=tiktok-ads-manager, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=1.5, currency=null], figures={IMPRESSIONS=90.25}]
                    line 6
                      rejected missing-time: no day
                    """);
    }
}
