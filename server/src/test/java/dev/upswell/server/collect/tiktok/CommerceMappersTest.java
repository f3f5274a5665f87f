package dev.upswell.server.collect.tiktok;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import org.junit.jupiter.api.Test;

class CommerceMappersTest {

    private static final String AT = "2026-02-20T06:00:00Z";

    @Test
    void aReportGivesWhatEachAdBroughtOnADay() {
        assertThat(GoldenRows.of("""
            {"code": 0, "message": "OK", "request_id": "r1", "data": {"list": [
              {"dimensions": {"ad_id": "1850000000000000777", "stat_time_day": "2026-02-18 00:00:00"},
               "metrics": {"spend": "17.305", "currency": "EUR", "impressions": "4200", "clicks": "105", "ctr": "2.50",
                "reach": "3911", "conversion": "7", "conversion_rate": "6.67", "video_play_actions": "4011",
                "video_watched_2s": "1700", "video_views_p100": "88", "likes": "41", "ad_name": "Bread, slowly"}},
              {"dimensions": {"campaign_id": "1850000000000000001", "stat_time_day": "2026-02-19", "age": "AGE_25_34",
                "advertiser_id": "7000000000000000099"},
               "metrics": {"spend": "0.00", "impressions": "0", "cost_per_conversion": "0.00"}},
              {"dimensions": {"ad_id": "1850000000000000778", "stat_time_day": "2026-02-18 00:00:00"},
               "metrics": {"spend": "-1", "impressions": "lots", "ctr": "-"}},
              {"dimensions": {"stat_time_day": "2026-02-18 00:00:00"}, "metrics": {"spend": "1"}},
              {"dimensions": {"ad_id": "1850000000000000779"}, "metrics": {"spend": "1", "currency": "€"}}
            ], "page_info": {"page": 1, "page_size": 1000, "total_number": 5, "total_page": 1}}}
            """, AT)).isEqualTo(
                """
                    tiktok-business-report
                    line 2
                      AdResult[subject=Subject[level=AD, id=1850000000000000777, part=null, name=Bread, slowly, account=null], day=2026-02-18, source=tiktok-business, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=17.305, currency=EUR], figures={IMPRESSIONS=4200.0, CLICKS=105.0, REACH=3911.0, CONVERSIONS=7.0, VIDEO_PLAYS=4011.0, WATCHED_2S=1700.0, WATCHED_100=88.0, LIKES=41.0, CTR=0.025, CVR=0.0667}]
                    line 6
                      AdResult[subject=Subject[level=CAMPAIGN, id=1850000000000000001, part=age=AGE_25_34, name=null, account=7000000000000000099], day=2026-02-19, source=tiktok-business, observedAt=2026-02-20T06:00:00Z, spend=Money[amount=0, currency=null], figures={IMPRESSIONS=0.0}]
                    line 9
                      rejected negative-count: metrics.spend (-1); metrics.impressions (lots); metrics (null)
                    line 11
                      rejected missing-id: dimensions.ad_id
                    line 12
                      rejected missing-time: dimensions.stat_time_day; metrics.currency (€)
                    """.replace(
                        "; metrics (null)", "; metrics"));
    }

    @Test
    void theLibraryTellsReachInStepsAndMaySpellNamesWrongly() {
        assertThat(GoldenRows
                .of("""
                    {"data": {"ads": [
                      {"ad": {"id": 1923000000000304, "first_shown_date": 20260103, "last_shown_date": "20260112", "status": "Active",
                        "videos": [{"url": "https://cdn.example/x"}], "image_urls": [], "reach": {"unique_users_seen": "11K"}},
                       "advertiser": {"business_id": 3847000000405, "business_name": "Slow Bread", "paid_for_by": "Bread Ltd"}},
                      {"ad": {"id": "1923000000000305", "first_shown_date": "", "reach": {"unique_user_seen": "950"}},
                       "advertiser": {"buisness_id": "12", "paid_by": "Other"}},
                      {"ad": {"id": 1.9e15, "reach": {"unique_users_seen": "many"}, "first_shown_date": 20261340}}
                    ], "has_more": "true", "search_id": "28"}, "error": {"code": "ok", "message": ""}}
                    """, AT))
                .isEqualTo(
                        """
                            tiktok-library-ads
                            line 2
                              LibraryAd[id=1923000000000304, source=tiktok-ads-library, observedAt=2026-02-20T06:00:00Z, firstShown=2026-01-03, lastShown=2026-01-12, status=active, advertiser=Advertiser[id=3847000000405, name=Slow Bread, paidBy=Bread Ltd], reach=Count[value=11000, resolution=1000], videos=1, images=0]
                            line 5
                              LibraryAd[id=1923000000000305, source=tiktok-ads-library, observedAt=2026-02-20T06:00:00Z, firstShown=null, lastShown=null, status=null, advertiser=Advertiser[id=12, name=null, paidBy=Other], reach=Count[value=950, resolution=1], videos=0, images=0]
                            line 7
                              rejected id-precision-lost: ad.id (1.9e15); ad.first_shown_date (20261340); ad.reach.unique_users_seen (many)
                            """);
    }

    @Test
    void anOrderHasItsLinesAndNothingAboutTheBuyer() {
        assertThat(GoldenRows
                .of("""
                    {"code": 0, "message": "Success", "data": {"next_page_token": "", "total_count": 2, "orders": [
                      {"id": "576000000000000752", "status": "COMPLETED", "create_time": 1770800000, "update_time": 1770886400,
                       "buyer_email": "somebody@example.org", "payment": {"currency": "USD", "sub_total": "24.00", "total_amount": "27.90"},
                       "line_items": [{"id": "577", "product_id": "1729", "sku_id": "2729", "product_name": "Crumb", "sale_price": "12.00", "currency": "USD"},
                        {"id": "578", "sale_price": "12.0000001"}]},
                      {"id": "576000000000000753", "payment": {"currency": "Dollar", "total_amount": "1e30"}, "line_items": [{"sale_price": "x"}]}
                    ]}}
                    """, AT))
                .isEqualTo(
                        """
                            tiktok-shop-orders
                            line 2
                              ShopOrder[id=576000000000000752, source=tiktok-shop, observedAt=2026-02-20T06:00:00Z, status=COMPLETED, createdAt=2026-02-11T08:53:20Z, updatedAt=2026-02-12T08:53:20Z, subTotal=Money[amount=24, currency=USD], total=Money[amount=27.9, currency=USD]]
                              OrderLine[order=576000000000000752, id=577, source=tiktok-shop, observedAt=2026-02-20T06:00:00Z, item=Item[product=1729, sku=2729, name=Crumb], price=Money[amount=12, currency=USD], quantity=null, video=null, creator=null]
                              OrderLine[order=576000000000000752, id=578, source=tiktok-shop, observedAt=2026-02-20T06:00:00Z, item=Item[product=null, sku=null, name=null], price=Money[amount=12, currency=USD], quantity=null, video=null, creator=null]
                              note AMOUNT_ROUNDED
                            line 6
                              rejected bad-currency: payment.currency (Dollar); payment.total_amount (1e30); line_items.id; line_items.sale_price (x)
                            """);
    }
}
