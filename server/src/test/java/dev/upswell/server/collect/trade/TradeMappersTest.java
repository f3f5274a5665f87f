package dev.upswell.server.collect.trade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import org.junit.jupiter.api.Test;

class TradeMappersTest {

    private static final String AT = "2026-02-20T06:00:00Z";

    @Test
    void ordersOfASellerCenterHaveLinesAndNothingAboutBuyers() {
        assertThat(GoldenRows.of(
                """
                    Order ID,Order Status,SKU ID,Product Name,Quantity,SKU Unit Original Price,SKU Subtotal After Discount,Order Amount,Created Time,Buyer Username,Phone #
                    Platform unique order ID.,Order status.,SKU,Name.,Number.,Price.,Price.,Total.,Time.,Name.,Phone.
                    576000000000000752\t,Completed,2729,Crumb,3,10,24,BRL 27.90,02/18/2026 9:05:00 PM,somebody,+49170
                    576000000000000753,Shipped,2730,,,9.5,,,18/02/2026 21:05:00,somebody,+49170
                    """,
                AT)).isEqualTo(
                        """
                            tiktok-seller-center-orders
                            line 2
                              rejected bad-id: Order ID (Platform unique order ID.)
                            line 3
                              ShopOrder[id=576000000000000752, source=tiktok-seller-center, observedAt=2026-02-20T06:00:00Z, status=Completed, createdAt=2026-02-18T21:05:00Z, updatedAt=null, subTotal=null, total=Money[amount=27.9, currency=BRL]]
                              OrderLine[order=576000000000000752, id=2729, source=tiktok-seller-center, observedAt=2026-02-20T06:00:00Z, item=Item[product=null, sku=2729, name=Crumb], price=Money[amount=8, currency=null], quantity=3, video=null, creator=null]
                            line 4
                              ShopOrder[id=576000000000000753, source=tiktok-seller-center, observedAt=2026-02-20T06:00:00Z, status=Shipped, createdAt=2026-02-18T21:05:00Z, updatedAt=null, subTotal=null, total=null]
                              OrderLine[order=576000000000000753, id=2730, source=tiktok-seller-center, observedAt=2026-02-20T06:00:00Z, item=Item[product=null, sku=2730, name=null], price=Money[amount=9.5, currency=null], quantity=null, video=null, creator=null]
                            """);
    }

    @Test
    void anAmountWithAPointBeforeThreeDigitsIsNotCertain() {
        assertThat(GoldenRows.of("""
            Order ID,Order Status,SKU ID,Quantity,Order Amount,Created Time
            576000000000000752,Completed,2729,1,IDR 150.000,18/02/2026 21:05:00
            576000000000000753,Completed,2729,1,IDR 1.150.000,18/02/2026 21:05:00
            576000000000000754,Completed,2729,1,"IDR 150,000",18/02/2026 21:05:00
            """, AT)).contains(
                "rejected bad-number: Order Amount: thousands or decimals behind the point (150.000)",
                "rejected bad-number: Order Amount: thousands or decimals behind the point (1.150.000)",
                "total=Money[amount=1.5E+5, currency=IDR]");
        assertThat(GoldenRows.of(
                """
                    {"product_id": "1729", "scraped_at": "2025-12-30T08:03:08", "product_info": {"total_sales_revenue": "€1.234"}, "sales_data": {}}
                    {"product_id": "1730", "scraped_at": "2025-12-30T08:03:08", "product_info": {"total_sales_revenue": "€1.234万"}, "sales_data": {}}
                    """))
                .contains("rejected bad-number: total_sales_revenue: thousands or decimals behind the point (1.234)",
                        "revenue=Money[amount=1.234E+4, currency=EUR]");
    }

    @Test
    void aProductPageOfWhichNothingIsKnownSaysSo() {
        assertThat(GoldenRows.of(
                """
                    {"product_id": "1729", "scraped_at": "2025-12-30T08:03:08", "product_info": {"total_sales": null, "total_sales_revenue": "-(-)"}, "sales_data": {"date_range": "7day", "sales_revenue": "-"}}
                    """))
                .contains("rejected no-counts").doesNotContain("bad-number");
    }

    @Test
    void aVideoThatCannotBeToldIsLeftOutAndTheProductStays() {
        assertThat(GoldenRows.of(
                """
                    {"product_id": "1729", "scraped_at": "2025-12-30T08:03:08", "product_info": {"total_sales": 5}, "sales_data": {}, "top_videos": [{"video_url": "https://vm.tiktok.com/ZMabc/", "estimated_sales": 3}, {"video_id": "7578637393239067926", "video_url": "https://vm.tiktok.com/ZMabd/", "estimated_sales": 2}]}
                    """))
                .contains("units=5.0", "units=2.0").doesNotContain("rejected", "units=3.0");
    }

    @Test
    void aProductPageTellsSalesOfTheProductAndOfItsVideos() {
        assertThat(GoldenRows.of(
                """
                    {"product_id": "1729", "scraped_at": "2025-12-30T08:03:08.255009", "product_info": {"product_name": "Pan", "shop_owner": "Shop", "total_sales": 1449, "total_sales_revenue": "€\\u00a01.28万($\\u00a01.49万)"}, "sales_data": {"date_range": "7day", "sales_count": 12, "sales_revenue": "$ 92.76", "conversion_rate": "25.00%"}, "top_videos": [{"creator_username": "baker", "estimated_sales": 96, "estimated_revenue": "€ 637.44($ 742.07)", "total_views": "10.63万", "video_url": "https://www.tiktok.com/@baker/video/7578637393239067926?x=1"}, {"total_views": null, "video_url": null}]}
                    {"product_id": "1730", "product_info": {}, "sales_data": {"sales_revenue": "¥ 3"}}
                    """))
                .isEqualTo(
                        """
                            shop-product-pages
                            line 1
                              video:7578637393239067926 by shop-product-pages at 2025-12-30T08:03:08.255009Z views 106300±100
                              ProductSales[product=Product[id=1729, name=Pan, shop=Shop], source=shop-product-pages, observedAt=2025-12-30T08:03:08.255009Z, periodDays=null, units=1449.0, revenue=Money[amount=1.28E+4, currency=EUR], ctr=null, cvr=null, video=null, creator=null]
                              ProductSales[product=Product[id=1729, name=Pan, shop=Shop], source=shop-product-pages, observedAt=2025-12-30T08:03:08.255009Z, periodDays=7, units=12.0, revenue=Money[amount=92.76, currency=USD], ctr=null, cvr=0.25, video=null, creator=null]
                              ProductSales[product=Product[id=1729, name=Pan, shop=Shop], source=shop-product-pages, observedAt=2025-12-30T08:03:08.255009Z, periodDays=null, units=96.0, revenue=Money[amount=637.44, currency=EUR], ctr=null, cvr=null, video=EntityId[kind=VIDEO, value=7578637393239067926], creator=EntityId[kind=CREATOR, value=baker]]
                              video:7578637393239067926 of creator:baker with nobody created 2025-11-30T21:43:42Z lasts null  "null"
                              note ID_FROM_URL
                              note CREATION_TIME_FROM_ID
                            line 2
                              rejected missing-time: scraped_at; sales_revenue (¥ 3)
                            """);
    }

    @Test
    void ownAssetsMayBePlannedAheadAndHaveOnlyTheirName() {
        assertThat(GoldenRows.of("""
            asset_id,caption,hook,duration_seconds,hashtags,planned_at,campaign
            loaf-1,"Crumb, at last",Listen,12.5,#bread #slow,2026-05-01 10:00:00,spring
            loaf-2,,,,,2096-05-01 10:00:00,
            ,x,,,,,
            """, AT)).isEqualTo(
                """
                    upswell-assets
                    line 2
                      OwnAsset[id=loaf-1, source=upswell-assets, observedAt=2026-02-20T06:00:00Z, words=Words[caption=Crumb, at last, hook=Listen, script=null], campaign=spring, duration=PT12.5S, sound=null, hashtags=[EntityId[kind=HASHTAG, value=bread], EntityId[kind=HASHTAG, value=slow]], plannedAt=2026-05-01T10:00:00Z, postedAt=null, video=null]
                    line 3
                      rejected future-time: planned_at (2096-05-01 10:00:00)
                    line 4
                      rejected missing-id: asset_id
                    """);
    }

    @Test
    void sharesOfAnAudienceAreFractionsOfADayThatHasEnded() {
        assertThat(GoldenRows.of("""
            kind,id,date,trait,band,share
            creator,@Baker,2026-02-18,age,18-24,0.4
            video,7578637393239067926,2026-02-28T10:00:00Z,country,DE,25.5%
            creator,baker,2026-02-18,gender,female,40
            hashtag,bread,2026-02-18,income,high,
            """)).isEqualTo(
                """
                    upswell-audience
                    line 2
                      AudienceShare[about=EntityId[kind=CREATOR, value=baker], trait=AGE, band=18-24, share=0.4, source=upswell-audience, observedAt=2026-02-19T00:00:00Z]
                    line 3
                      AudienceShare[about=EntityId[kind=VIDEO, value=7578637393239067926], trait=COUNTRY, band=DE, share=0.255, source=upswell-audience, observedAt=2026-02-28T10:00:00Z]
                    line 4
                      rejected absurd-count: share: a share above 1 without % (40)
                    line 5
                      rejected bad-kind: kind (hashtag); trait is not age, gender, country, device or country_device (income); share
                    """);
    }
}
