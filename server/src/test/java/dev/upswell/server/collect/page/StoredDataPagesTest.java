package dev.upswell.server.collect.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.intake.IntakeBench;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Paging;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredDataPagesTest {

    private static final DataFilter ALL = new DataFilter(null, null, new Paging(25, 0));

    @TempDir
    Path folder;

    private PagesBench with;

    @BeforeEach
    void open() {
        with = new PagesBench(folder);
    }

    @AfterEach
    void close() {
        with.close();
    }

    @Test
    void previewShowsWhatIsTakenAsWhatAndWhatWouldBeStored() throws IOException {
        var preview = (Preview.Recognised) with.look("views.csv", PagesBench.series());

        assertThat(preview.format()).isEqualTo("hashtag-views");
        assertThat(preview.dating()).isEqualTo(Preview.Dating.GIVEN);
        assertThat(preview.content().mapping()).containsExactly(new Preview.Field("hashtag", "hashtag"),
                new Preview.Field("observed_at", "observedAt"), new Preview.Field("views", "views"),
                new Preview.Field("note", null));
        assertThat(preview.content().rows().getFirst()).containsExactly("glasshair", "2026-01-14T14:00:00Z", "541,200",
                "");
        assertThat(preview.content().to()).isEqualTo(IntakeBench.NOW);
        assertThat(preview.content().looked()).isEqualTo(20);
        assertThat(with.pages.empty()).isTrue();
    }

    @Test
    void jsonWithoutATimeAsksForOne() throws IOException {
        byte[] item = IntakeBench.bytes("""
            {"id":"7301234567890123456","desc":"#glasshair day","createTime":1700000000,"author":{"uniqueId":"ann"},
            "stats":{"playCount":1200,"diggCount":30},"video":{"duration":15}}""".replace("\n", ""));

        var preview = (Preview.Recognised) with.look("items.jsonl", item);

        assertThat(preview.format()).isEqualTo("tiktok-web-items");
        assertThat(preview.dating()).isEqualTo(Preview.Dating.CONTENT);
        assertThat(preview.content().remarks()).anyMatch(remark -> remark.contains("content, without an observation"));
        assertThat(preview.content().mapping()).contains(new Preview.Field("author.uniqueId", "creator"),
                new Preview.Field("challenges", "hashtag"));
        with.take("items.jsonl", item, IntakeBench.NOW);
        assertThat(with.pages.data(ALL).sources()).extracting(DataView.Source::kind).contains(EntityKind.VIDEO);
    }

    @Test
    void countsAloneWithoutATimeAreSaidToBeSetAside() throws IOException {
        byte[] answer = IntakeBench
                .bytes("""
                    {"code":0,"data":{"list":[{"hashtag_id":"1","hashtag_name":"glasshair","publish_cnt":12,"video_views":541200}]}}""");

        var preview = (Preview.Recognised) with.look("answer.json", answer);

        assertThat(preview.format()).isEqualTo("creative-center-hashtags-api");
        assertThat(preview.dating()).isEqualTo(Preview.Dating.REFUSED);
    }

    @Test
    void sourcesTellHowManyReadingsHowOftenAndHowFresh() throws IOException {
        with.take("views.csv", PagesBench.series(), null);

        DataView.Source source = with.pages.data(ALL).sources().getFirst();

        assertThat(source).isEqualTo(new DataView.Source("hashtag-views", EntityKind.HASHTAG,
                new DataView.Readings(2, 20,
                        IntakeBench.NOW.minus(Duration.ofHours(27)), IntakeBench.NOW, Duration.ofHours(3)),
                false, true));
        assertThat(with.pages.empty()).isFalse();
    }

    @Test
    void simulatedReadingsAloneLeaveRoomForTheSample() throws IOException {
        assertThat(with.pages.holdsRealReadings()).isFalse();

        with.take("sample.csv", IntakeBench.bytes("""
            kind,id,name,source,observed_at,views,likes,comments,shares,saves,posts,followers
            hashtag,glasshair,glasshair,sim-web,2026-01-14T09:00:00Z,541200,,,,,,
            """), null);
        assertThat(with.pages.holdsRealReadings()).isFalse();

        with.take("views.csv", PagesBench.series(), null);
        assertThat(with.pages.holdsRealReadings()).isTrue();
    }

    @Test
    void importsAndQuarantineAreListedAndFiltered() throws IOException {
        with.take("Views.csv", PagesBench.series(), null);

        DataView view = with.pages.data(ALL);

        DataView.ImportedFile file = view.imports().getFirst();
        assertThat(file.progress()).isEqualTo(new DataView.Progress.Done());
        assertThat(file.counted().read()).isEqualTo(22);
        assertThat(file.counted().stored() + file.counted().duplicate() + file.counted().refused()).isEqualTo(22);
        assertThat(file.found()).satisfies(found -> {
            assertThat(found.observations()).isEqualTo(20);
            assertThat(found.entities()).containsEntry("hashtag", 2L);
            assertThat(found.to()).isEqualTo(IntakeBench.NOW);
        });
        assertThat(view.quarantine().items()).first()
                .satisfies(row -> assertThat(row.excerpt()).contains("broken,yesterday"));
        assertThat(view.reasons()).containsEntry("bad-time", 1L).containsEntry("negative-count", 1L);
        assertThat(view.quarantine().total()).isEqualTo(2);
        assertThat(view.quarantine().items()).extracting(DataView.QuarantinedRow::line).containsExactly(22L, 23L);
        DataView negative = with.pages.data(new DataFilter("negative-count", "views", new Paging(1, 0)));
        assertThat(negative.quarantine().items()).singleElement().returns(23L, DataView.QuarantinedRow::line);
        assertThat(with.pages.data(new DataFilter(null, "else", new Paging(25, 0))).quarantine().total()).isZero();
    }

    @Test
    void truncatedGzipSaysSoBesideWhatItStored() throws IOException {
        byte[] whole = IntakeBench.gzip(PagesBench.series());

        with.take("views.csv.gz", Arrays.copyOf(whole, whole.length - 12), null);

        DataView.ImportedFile file = with.pages.data(ALL).imports().getFirst();
        assertThat(file.progress()).isInstanceOf(DataView.Progress.BrokenOff.class);
        assertThat(file.counted().stored()).isPositive();
    }

    @Test
    void unusableFilesAreRefusedInWords() throws IOException {
        assertThat(with.look("empty.csv", new byte[0])).isInstanceOf(Preview.Refused.class);
        assertThat(with.look("photo.png", IntakeBench.bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")))
                .isInstanceOf(Preview.Refused.class);
        assertThat(with.look("letter.csv", IntakeBench.bytes("dear friend\nhow are you\n"))).isInstanceOfSatisfying(
                Preview.Refused.class,
                refused -> assertThat(refused.reason()).contains("dear friend"));
        assertThat(with.pages.data(ALL).imports()).isEmpty();
    }

    @Test
    void killedImportIsShownAsInterruptedAndGoesOnWhenTheFileComesAgain() throws IOException {
        with.bench.database.transactions().run(with.bench.tenant, db -> db.sql("""
            insert into import_run (file_name, content_sha256, format, rows_done, rows_read, stored)
            values ('views.csv', repeat('a', 64), 'hashtag-views', 10, 10, 10)""").update());

        DataView.ImportedFile file = with.pages.data(ALL).imports().getFirst();

        assertThat(file.progress()).isEqualTo(new DataView.Progress.Interrupted());
        assertThat(file.counted().stored()).isEqualTo(10);
        assertThat(with.pages.data(ALL).running()).isFalse();
    }

    @Test
    void frozenFeedIsStaleAndNamed() throws IOException {
        StringBuilder text = new StringBuilder("hashtag,observed_at,views\n");
        for (int crawl = 0; crawl < 4; crawl++) {
            for (int tag = 0; tag < 25; tag++) {
                text.append("tag").append(tag).append(',').append(IntakeBench.NOW.minus(Duration.ofHours(12L * crawl)))
                        .append(',').append(1_000 + tag).append('\n');
            }
        }
        with.take("views.csv", IntakeBench.bytes(text.toString()), null);

        DataView view = with.pages.data(ALL);

        assertThat(view.sources().getFirst().stale()).isTrue();
        assertThat(view.notices()).singleElement().isInstanceOf(Notice.Remark.class);
    }

    @Test
    void tenantsSeeNothingOfEachOther() throws IOException {
        with.take("views.csv", PagesBench.series(), null);
        try (IntakeBench other = new IntakeBench(folder)) {
            DataView view = PagesBench.pages(other).data(ALL);

            assertThat(PagesBench.pages(other).empty()).isTrue();
            assertThat(view.sources()).isEmpty();
            assertThat(view.imports()).isEmpty();
            assertThat(view.reasons()).isEmpty();
            assertThat(view.quarantine().total()).isZero();
        }
    }
}
