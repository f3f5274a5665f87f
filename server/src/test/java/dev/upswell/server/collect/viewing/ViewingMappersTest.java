package dev.upswell.server.collect.viewing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.mapper.GoldenRows;
import org.junit.jupiter.api.Test;

class ViewingMappersTest {

    private static final String AT = "2026-02-20T06:00:00Z";
    private static final String ID = "7600000000000000601";

    /// What a row of an export with these columns maps to, or why it does not.
    private static String cell(String column, String value) {
        return GoldenRows.of("Video ID;" + column + ";Average view duration\n" + ID + ";\"" + value + "\";\n", AT);
    }

    @Test
    void anEnglishExportOfStudioIsReadWithItsUnits() {
        assertThat(GoldenRows.of(
                """
                    Video title,Video link,Post time,Video views,Total likes,Average watch time,Watched full video (%),Retention at 3 s,Retention at 5 s,Profile visits,New followers,Est. rewards
                    Crumb,https://www.tiktok.com/@Baker/video/7600000000000000601?lang=en,Jan 27,"12,345",1.2K,00:12,42.5,61.5%,42%,37,5,-
                    Rise,https://www.tiktok.com/@Baker/video/7600000000000000602,Jan 27,,,9.75,,,,,0,
                    """,
                AT)).isEqualTo(
                        """
                            tiktok-studio-videos
                            line 2
                              video:7600000000000000601 by tiktok-studio at 2026-02-20T06:00:00Z views 12345 likes 1200±100
                              VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=tiktok-studio, observedAt=2026-02-20T06:00:00Z, told=Viewing[completionRate=0.425, averageWatchSeconds=12.0, rewatchRatio=null, retentionAt3s=0.615, retentionAt5s=0.42, profileViews=37, linkClicks=null, newFollowers=5]]
                              note ID_FROM_URL
                            line 3
                              VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000602], source=tiktok-studio, observedAt=2026-02-20T06:00:00Z, told=Viewing[completionRate=null, averageWatchSeconds=9.75, rewatchRatio=null, retentionAt3s=null, retentionAt5s=null, profileViews=null, linkClicks=null, newFollowers=0]]
                              note ID_FROM_URL
                            """);
    }

    @Test
    void anIndonesianExportSaysTheSame() {
        assertThat(GoldenRows.of(
                """
                    Judul video;ID Video;Diekspor pada;Penayangan video;Waktu tonton rata-rata;Persentase video yang ditonton hingga selesai;Retensi 3 detik;Retensi pada detik ke-5;Kunjungan profil;Klik tautan;Pengikut baru;Rasio tonton ulang
                    Remah;7600000000000000601;2026-02-18;12 rb;12,3 detik;42,5;61,5%;0,42;1.234.567;7;2 rb;8 %
                    """))
                .isEqualTo(
                        """
                            tiktok-studio-videos
                            line 2
                              video:7600000000000000601 by tiktok-studio at 2026-02-19T00:00:00Z views 12000±100
                              VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=tiktok-studio, observedAt=2026-02-19T00:00:00Z, told=Viewing[completionRate=0.425, averageWatchSeconds=12.3, rewatchRatio=0.08, retentionAt3s=0.615, retentionAt5s=0.42, profileViews=1234567, linkClicks=7, newFollowers=2000]]
                            """);
    }

    @Test
    void timesPerViewAreReadInEveryUnitThatSaysWhatItIs() {
        for (String seconds : new String[]{"00:01:05", "01:05", "1m 5s", "1 menit 5 detik", "65s", "65 detik", "65",
                "65,0", "6.5e1", "65000 ms", "0h:1m:5s"}) {
            assertThat(cell("Average watch time", seconds)).as(seconds).contains("averageWatchSeconds=65.0");
        }
        for (String column : new String[]{"avgWatchTimeMs", "Average watch time (ms)", "avg_watch_time_milliseconds",
                "Waktu tonton rata-rata (milidetik)"}) {
            assertThat(cell(column, "65000")).as(column).contains("averageWatchSeconds=65.0");
        }
        for (String column : new String[]{"average_watch_seconds", "Avg. watch time (sec)",
                "Durasi tonton rata-rata (dtk)"}) {
            assertThat(cell(column, "700")).as(column).contains("averageWatchSeconds=700.0");
        }
    }

    @Test
    void sharesAreReadInEveryUnitThatSaysWhatItIs() {
        for (String share : new String[]{"42.5%", "42,5 %", "42.5 persen", "0.425", "0,425", "4.25e-1"}) {
            assertThat(cell("Watched full video", share)).as(share).contains("completionRate=0.425");
        }
        for (String column : new String[]{"Watched full video (%)", "completion_rate_percent", "% Completion rate",
                "Persentase video ditonton penuh"}) {
            assertThat(cell(column, "0.5")).as(column).contains("completionRate=0.005");
        }
        assertThat(cell("Completion rate (fraction)", "1")).contains("completionRate=1.0");
        assertThat(cell("3s retention rate", "0.5")).contains("retentionAt3s=0.5");
        assertThat(cell("retention_5_seconds_pct", "50")).contains("retentionAt5s=0.5");
    }

    @Test
    void whatMayMeanTwoThingsIsRefusedWithTheReason() {
        assertThat(cell("Watched full video", "42.5"))
                .contains("rejected ambiguous: Watched full video: percent or fraction, nothing says % (42.5)");
        assertThat(cell("Watched full video", "1")).contains("rejected ambiguous");
        assertThat(cell("Average watch time", "12300"))
                .contains("rejected ambiguous: Average watch time: seconds or milliseconds, nothing says it (12300)");
        assertThat(cell("Average watch time (ms)", "1.234"))
                .contains("rejected ambiguous: Average watch time (ms): thousands or decimals (1.234)");
        assertThat(cell("New followers", "1.234")).contains("rejected bad-number: New followers (1.234)");
        assertThat(GoldenRows.of("Date,Video ID,New followers\n2026-02-18," + ID + ",5\n", AT)).contains(
                "rejected ambiguous: Date: figures of that day alone or until its end; if until its end, call the column observed_at (2026-02-18)");
    }

    @Test
    void whatCannotBeTrueIsRefusedWithTheReason() {
        assertThat(GoldenRows.of("video id,retention 3s,retention 5s\n" + ID + ",50%,60%\n", AT)).contains(
                "rejected contradictory: retention at 5 s (0.6) is above that at 3 s (0.5)");
        assertThat(cell("Watched full video", "142%"))
                .contains("rejected contradictory: Watched full video: more than all (142%)");
        assertThat(GoldenRows.of("video id,completion rate,Watched full video\n" + ID + ",50%,60%\n", AT)).contains(
                "rejected contradictory: Watched full video: another column tells completion_rate otherwise (0.6)");
        assertThat(GoldenRows.of("video id,completion rate,Watched full video\n" + ID + ",50%,0.5\n", AT))
                .contains("completionRate=0.5");
        assertThat(cell("New followers", "-3")).contains("rejected negative-count: New followers (-3)");
        assertThat(cell("Average watch time", "-3")).contains("rejected negative-count: Average watch time (-3)");
        assertThat(GoldenRows.of("video id,new followers\n" + ID + ",3\n", "2025-02-01T00:00:00Z"))
                .contains("rejected observed-before-created: told 2025-02-01T00:00:00Z, posted 2026-01-2");
    }

    @Test
    void anEmptyCellIsMissingAndNotZero() {
        assertThat(cell("New followers", "-")).contains("rejected no-counts: no counter is given");
        assertThat(cell("New followers", "0")).contains("newFollowers=0]");
    }

    @Test
    void countersWithoutATimeAreNotReadingsAndTheViewingIsToldAtTheImport() {
        assertThat(GoldenRows.of("video id,views,new followers\n" + ID + ",900,3\n")).isEqualTo(
                """
                    tiktok-studio-videos
                    line 2
                      VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=tiktok-studio, observedAt=2026-03-01T00:00:00Z, told=Viewing[completionRate=null, averageWatchSeconds=null, rewatchRatio=null, retentionAt3s=null, retentionAt5s=null, profileViews=null, linkClicks=null, newFollowers=3]]
                      note UNDATED
                    """);
    }

    @Test
    void upswellsOwnFormatIsReadFromCsvAndFromJson() {
        String told = """
              VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=video-analytics, observedAt=2026-02-19T00:00:00Z, told=Viewing[completionRate=1.0, averageWatchSeconds=700.0, rewatchRatio=null, retentionAt3s=0.7, retentionAt5s=0.6, profileViews=8, linkClicks=0, newFollowers=null]]
            """;
        assertThat(GoldenRows
                .of("""
                    video_id,observed_at,completion_rate,average_watch_seconds,retention_3s,retention_5s,profile_views,link_clicks
                    7600000000000000601,2026-02-18,1,700,70%,0.6,8,0
                    """))
                .isEqualTo("video-analytics\nline 2\n" + told);
        assertThat(GoldenRows.of(
                """
                    {"video_id": "7600000000000000601", "observed_at": "2026-02-18", "completion_rate": 1, "average_watch_seconds": 700, "retention_3s": 0.7, "retention_5s": 0.6, "profile_views": 8, "link_clicks": 0, "new_followers": null}
                    {"video_id": "7600000000000000601", "observed_at": "2026-02-18", "completion_rate": 40, "retention_5s": 0.7}
                    """))
                .isEqualTo("video-analytics\nline 1\n" + told
                        + "line 2\n  rejected contradictory: completion_rate: more than all (40)\n");
    }

    @Test
    void aBusinessAccountTellsOfItsVideos() {
        assertThat(GoldenRows.of(
                """
                    {"code": 0, "data": {"videos": [{"item_id": "7600000000000000601", "caption": "slow #Crumb", "share_url": "https://www.tiktok.com/@Baker/video/7600000000000000601", "video_duration": 31.3, "video_views": 749, "likes": 69, "full_video_watched_rate": 0.0371, "average_time_watched": 11.25, "profile_views": 37, "website_clicks": 5, "new_followers": 27, "video_view_retention": [{"second": "0", "percentage": 1}, {"second": "3", "percentage": 0.62}, {"second": "5", "percentage": 0.43}]},
                     {"item_id": "7600000000000000602", "average_time_watched": 3500}]}}
                    """,
                AT)).isEqualTo(
                        """
                            tiktok-account-videos
                            line 1
                              video:7600000000000000601 by tiktok-accounts at 2026-02-20T06:00:00Z views 749 likes 69
                              VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=tiktok-accounts, observedAt=2026-02-20T06:00:00Z, told=Viewing[completionRate=0.0371, averageWatchSeconds=11.25, rewatchRatio=null, retentionAt3s=0.62, retentionAt5s=0.43, profileViews=37, linkClicks=5, newFollowers=27]]
                              video:7600000000000000601 of creator:baker with nobody created 2026-01-27T11:21:31Z lasts PT31.3S #crumb "slow #Crumb"
                              note CREATION_TIME_FROM_ID
                            line 2
                              rejected ambiguous: average_time_watched: seconds or milliseconds, nothing says it (3500)
                            """);
    }

    @Test
    void anAnswerAboutOneVideoOfTheCreatorCenterTellsItsFigures() {
        String answer = """
            {"status_code": 0, "video_info": {"aweme_id": "7600000000000000601", "desc": "slow #Crumb", "create_time": 1769514210, "author": {"unique_id": "Baker"}, "video": {"duration": 31347}, "statistics": {"play_count": 748, "digg_count": 68, "collect_count": 8}}, "video_per_duration_realtime": {"is_after_7d": false, "value": {"status": 0, "value": 10.23}}, "video_finish_rate_realtime": {"value": {"status": 0, "value": 0.036}}, "realtime_new_followers": {"value": {"status": 2, "value": 9}}, "video_retention_rate_realtime": {"value": {"status": 0, "list": [{"timestamp": "0", "value": 1}, {"timestamp": "3000", "value": 0.61}, {"timestamp": "4000", "value": 0.5}]}}}
            """;
        assertThat(GoldenRows.of(answer, AT)).isEqualTo(
                """
                    creator-center-insights
                    line 1
                      video:7600000000000000601 by creator-center at 2026-02-20T06:00:00Z views 748 likes 68 saves 8
                      VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=creator-center, observedAt=2026-02-20T06:00:00Z, told=Viewing[completionRate=0.036, averageWatchSeconds=10.23, rewatchRatio=null, retentionAt3s=0.61, retentionAt5s=null, profileViews=null, linkClicks=null, newFollowers=null]]
                      video:7600000000000000601 of creator:baker with nobody created 2026-01-27T11:43:30Z lasts PT31.347S #crumb "slow #Crumb"
                    """);
        assertThat(GoldenRows.of(answer.replace("\"3000\"", "\"3\"").replace("\"4000\"", "\"4\""), AT)).contains(
                "rejected ambiguous: video_retention_rate_realtime: points in seconds or thousandths");
        assertThat(GoldenRows.of(answer.replace("\"author\":", "\"status\": {\"is_private\": true}, \"author\":"), AT))
                .contains("rejected private");
    }

    @Test
    void columnsWithoutAVideoOrWithoutViewingAreAnotherFormats() {
        assertThat(StudioTitle.of("Retention drop 0-3s")).isEmpty();
        assertThat(StudioTitle.of("Views (%)")).isEmpty();
        assertThat(StudioTitle.of("Average watch time (%)")).isEmpty();
        assertThat(StudioTitle.of("Total play time")).isEmpty();
        assertThat(StudioTitle.of("Retention 25%")).isEmpty();
    }
}
