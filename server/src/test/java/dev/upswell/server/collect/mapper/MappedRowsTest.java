package dev.upswell.server.collect.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.mapping.MappingRefused;
import org.junit.jupiter.api.Test;

class MappedRowsTest {

    private static String rows(String mapping, String content) {
        return GoldenRows.of(content, new ImportOptions(null, null, ColumnMapping.parse("test", mapping, null)));
    }

    @Test
    void eachRowMaySayWhatItIsAbout() {
        assertThat(rows("""
            kind: {column: type}
            id: key
            name: title
            observed-at: {column: read, format: epoch-milliseconds}
            source: crawl:2
            views: v
            likes: l
            comments: c
            shares: s
            saves: b
            posts: p
            followers: f
            """, """
            type|key|title|read|v|l|c|s|b|p|f
            hashtag|77|#Dance|1767258000500|1|||||2|
            creator|@Ann||1767258000500||3||||4|5
            sound|6900000000000000009|quiet|1767258000500||||||6|
            Video|7400000000000000001|hi|1767258000500|7|8|9|10|11||
            video|7.4e18|hi|1767258000500|7||||||
            song|7|hi|1767258000500|7||||||
            hashtag|1|a||7||||||
            hashtag|1|a|2026-01-01T09:00:00Z|7||||||
            hashtag|1|a|1767258000|-7||||||
            """)).isEqualTo(
                """
                    mapped
                    line 2
                      hashtag:dance by crawl:2 at 2026-01-01T09:00:00.500Z views 1 posts 2
                      hashtag:dance is called Dance
                    line 3
                      creator:ann by crawl:2 at 2026-01-01T09:00:00.500Z likes 3 posts 4 followers 5
                    line 4
                      sound:6900000000000000009 by crawl:2 at 2026-01-01T09:00:00.500Z posts 6
                      sound:6900000000000000009 is called quiet
                    line 5
                      video:7400000000000000001 by crawl:2 at 2026-01-01T09:00:00.500Z views 7 likes 8 comments 9 shares 10 saves 11
                      video:7400000000000000001 is called hi
                    line 6
                      rejected id-precision-lost: key (7.4e18)
                    line 7
                      rejected bad-kind: type (song)
                    line 8
                      rejected missing-time: read
                    line 9
                      rejected bad-time: read (2026-01-01T09:00:00Z)
                    line 10
                      rejected too-old-time: read (1767258000); views (-7)
                    """);
    }

    @Test
    void howVideosAreWatchedIsReadInTheUnitsThatValuesAndColumnsSay() {
        assertThat(rows("""
            kind: video
            id: clip
            observed-at: read
            source: mine
            views: v
            completion-rate: finished
            average-watch: avg watch ms
            retention-3s: stay 3 (%)
            retention-5s: stay 5
            new-followers: gained
            """, """
            clip|read|v|finished|avg watch ms|stay 3 (%)|stay 5|gained
            7600000000000000601|2026-02-18 10:00:00|900|40%|12300|61|0.42|2 rb
            7600000000000000602|2026-02-18 10:00:00|900|40|12300|61|0.62|
            7600000000000000603|2026-02-18 10:00:00|900|||||
            """)).isEqualTo(
                """
                    mapped
                    line 2
                      video:7600000000000000601 by mine at 2026-02-18T10:00:00Z views 900
                      VideoViewing[video=EntityId[kind=VIDEO, value=7600000000000000601], source=mine, observedAt=2026-02-18T10:00:00Z, told=Viewing[completionRate=0.4, averageWatchSeconds=12.3, rewatchRatio=null, retentionAt3s=0.61, retentionAt5s=0.42, profileViews=null, linkClicks=null, newFollowers=2000]]
                      video:7600000000000000601 of nobody with nobody created 2026-01-27T11:21:31Z lasts null  "null"
                      note CREATION_TIME_FROM_ID
                    line 3
                      rejected ambiguous: finished: percent or fraction, nothing says % (40); retention at 5 s (0.62) is above that at 3 s (0.61)
                    line 4
                      video:7600000000000000603 by mine at 2026-02-18T10:00:00Z views 900
                      video:7600000000000000603 of nobody with nobody created 2026-01-27T11:21:31Z lasts null  "null"
                      note CREATION_TIME_FROM_ID
                    """);
    }

    @Test
    void aMappingReadsLinesThatBeginLikeAnExportedAccount() {
        assertThat(rows("""
            kind: video
            id: Video.id
            observed-at: {constant: 2026-01-01T00:00:00Z}
            source: mine
            views: Video.views
            """, """
            {"Video":{"id":"7600000000000000501","views":10}}
            {"Video":{"id":"7600000000000000502","views":20}}
            """)).isEqualTo("""
            mapped
            line 1
              video:7600000000000000501 by mine at 2026-01-01T00:00:00Z views 10
            line 2
              video:7600000000000000502 by mine at 2026-01-01T00:00:00Z views 20
            """);
    }

    @Test
    void columnsOfJsonArePathsAndOneTimeMayHoldForAll() {
        assertThat(rows("""
            kind: video
            id: clip.id
            observed-at: {constant: 2026-01-01T00:00:00Z}
            source: mine
            views: clip.stats.seen
            likes: a.b
            """, """
            {"data": [{"clip": {"id": 7400000000000000001, "stats": {"seen": "1.2K"}}},
              {"clip": {"id": 7400000000000000002}, "a.b": 4}, 5]}
            """)).isEqualTo("""
            mapped
            line 1
              video:7400000000000000001 by mine at 2026-01-01T00:00:00Z views 1200±100
            line 2
              video:7400000000000000002 by mine at 2026-01-01T00:00:00Z likes 4
            line 2
              rejected not-an-object: not a JSON object
            """);
    }

    @Test
    void rowsAboutVideosTellTheirContentAndTheCountersOfTheirCreatorAndSound() {
        assertThat(
                rows("""
                    kind: video
                    id: vid
                    url: link
                    observed-at: {column: day, clock: hour, format: day-first, zone: Asia/Jakarta}
                    posted: {column: born, zone: "+07:00"}
                    source: mine
                    views: seen
                    followers: fans
                    posts: used
                    creator: who
                    sound: song
                    caption: words
                    hashtags: tags
                    duration: length
                    """, """
                    vid|link|day|hour|born|seen|fans|used|who|song|words|tags|length
                    7.5e18|https://www.tiktok.com/@ann/video/7506832682593094928|29.05.2025|15:38:41|2025-05-21 16:44:45|541,2K|304.9K|44 videos|@Ann|6900000000000000009|hi|['a','b']|01:05
                    7506832682593094929||29.13.2025|15:38:41||1|||||||
                    """))
                .isEqualTo(
                        """
                            mapped
                            line 2
                              video:7506832682593094928 by mine at 2025-05-29T08:38:41Z views 541200±100
                              creator:ann by mine at 2025-05-29T08:38:41Z followers 304900±100
                              sound:6900000000000000009 by mine at 2025-05-29T08:38:41Z posts 44
                              video:7506832682593094928 of creator:ann with sound:6900000000000000009 created 2025-05-21T09:44:45Z lasts PT1M5S #a #b "hi"
                              note ID_FROM_URL
                            line 3
                              rejected bad-time: day (29.13.2025 15:38:41)
                            """);
    }

    @Test
    void countsOfUnknownWordsAndDaysWithoutTheirClockAreRefused() {
        assertThat(rows("kind: hashtag\nname: tag\nsource: s\nviews: v\n"
                + "observed-at: {column: day, clock: hour, zone: Asia/Jakarta}\n", """
                    tag|v|day|hour
                    a|2 million|2026-01-01|15:00
                    b|1,2 views|2026-01-01|15:00
                    c|7 views|2026-01-01|
                    d|7 views|2026-01-01|15:00
                    """)).isEqualTo("""
                    mapped
                    line 2
                      rejected bad-number: views (2 million)
                    line 3
                      rejected bad-number: views (1,2)
                    line 4
                      rejected missing-time: day
                    line 5
                      hashtag:d by s at 2026-01-01T08:00:00Z views 7
                    """);
    }

    @Test
    void problemsOfAMappingAreListedAtOnce() {
        assertThat(refusal(
                "kind: video\nname: x\nobserved-at: {column: at, format: roman}\nsource: s\nviews: a\nlikes: a\n"
                        + "comments: {b: c}\n"))
                .contains("- id is missing; a video is known by its number",
                        "- observed-at: format (roman) is not known; write one of iso, epoch-seconds, epoch-milliseconds, day-first, month-first",
                        "- the column a is read as two counters", "- comments must be the name of a column");
        assertThat(refusal("kind: hashtag\nname: x\nobserved-at: {constant: noon}\nsource: s\nviews: a\n"))
                .contains("- observed-at: constant (noon) is no time");
        assertThat(refusal("kind: hashtag\nkind: sound\n")).contains("not valid YAML at line 2", "duplicate key kind");
        assertThat(refusal("")).contains("it must consist of lines such as");
        assertThat(refusal("kind: [")).contains("not valid YAML");
    }

    @Test
    void namesOfColumnsAreTextWhateverTheyLookLike() {
        assertThat(ColumnMapping.parse("test",
                "kind: hashtag\nname: yes\nobserved-at: 2026-01-01\nsource: s\nviews: 12\n", null).columns())
                .containsExactly("yes", "2026-01-01", "12");
    }

    private static String refusal(String mapping) {
        var refused = new String[1];
        assertThatThrownBy(() -> ColumnMapping.parse("test", mapping, null)).isInstanceOf(MappingRefused.class)
                .satisfies(failure -> refused[0] = failure.getMessage());
        return refused[0];
    }
}
