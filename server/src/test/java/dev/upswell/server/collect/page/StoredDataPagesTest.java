package dev.upswell.server.collect.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.content.EntityKind;
import dev.upswell.server.collect.intake.IntakeBench;
import dev.upswell.server.collect.intake.IntakeLimits;
import dev.upswell.server.collect.intake.MappedIntake;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.mapping.ColumnRole;
import dev.upswell.server.mapping.MappingDraft;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.web.Notice;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.WebProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredDataPagesTest {

    private static final DataFilter ALL = new DataFilter(null, null, new Paging(25, 0));

    @TempDir
    Path folder;

    private IntakeBench bench;
    private FileIntake intake;
    private DataPages pages;

    @BeforeEach
    void open() {
        bench = new IntakeBench(folder);
        intake = files(bench);
        pages = pages(bench);
    }

    private static FileIntake files(IntakeBench bench) {
        return new QueuedFileIntake(bench.intake, new MappedIntake(bench.intake, bench.mappings, bench.compliance),
                bench.mappings);
    }

    private static DataPages pages(IntakeBench bench) {
        return new StoredDataPages(
                new StoredDataPages.Stores(bench.tenant, bench.imports, bench.sources, bench.setAside,
                        bench.quarantine, bench.retrying, bench.mappings, bench.uses),
                InstantSource.fixed(IntakeBench.NOW));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private Preview look(String name, byte[] content) throws IOException {
        return intake.preview(name, new ByteArrayInputStream(content));
    }

    private void take(String name, byte[] content, @Nullable Instant observedAt) throws IOException {
        var preview = (Preview.Recognised) look(name, content);
        assertThat(intake.begin(preview.token(), observedAt)).isTrue();
        assertThat(intake.begin(preview.token(), observedAt)).isFalse();
        bench.settle();
    }

    private static byte[] series() {
        StringBuilder text = new StringBuilder("hashtag,observed_at,views,note\n");
        for (String hashtag : List.of("glasshair", "protein")) {
            for (int step = 0; step < 10; step++) {
                text.append(hashtag).append(',').append(IntakeBench.NOW.minus(Duration.ofHours(3L * step))).append(',')
                        .append(541_200 - step * 1_000).append(",x\n");
            }
        }
        text.append("broken,yesterday,1,x\n").append("broken,").append(IntakeBench.NOW).append(",-5,x\n");
        return IntakeBench.bytes(text.toString());
    }

    @Test
    void previewShowsWhatIsTakenAsWhatAndWhatWouldBeStored() throws IOException {
        var preview = (Preview.Recognised) look("views.csv", series());

        assertThat(preview.format()).isEqualTo("hashtag-views");
        assertThat(preview.dating()).isEqualTo(Preview.Dating.GIVEN);
        assertThat(preview.content().mapping()).containsExactly(new Preview.Field("hashtag", "hashtag"),
                new Preview.Field("observed_at", "observedAt"), new Preview.Field("views", "views"),
                new Preview.Field("note", null));
        assertThat(preview.content().rows().getFirst()).containsExactly("glasshair", "2026-01-14T14:00:00Z", "541,200",
                "");
        assertThat(preview.content().to()).isEqualTo(IntakeBench.NOW);
        assertThat(preview.content().looked()).isEqualTo(20);
        assertThat(pages.empty()).isTrue();
    }

    @Test
    void jsonWithoutATimeAsksForOne() throws IOException {
        byte[] item = IntakeBench.bytes("""
            {"id":"7301234567890123456","desc":"#glasshair day","createTime":1700000000,"author":{"uniqueId":"ann"},
            "stats":{"playCount":1200,"diggCount":30},"video":{"duration":15}}""".replace("\n", ""));

        var preview = (Preview.Recognised) look("items.jsonl", item);

        assertThat(preview.format()).isEqualTo("tiktok-web-items");
        assertThat(preview.dating()).isEqualTo(Preview.Dating.CONTENT);
        assertThat(preview.content().remarks()).anyMatch(remark -> remark.contains("content, without an observation"));
        assertThat(preview.content().mapping()).contains(new Preview.Field("author.uniqueId", "creator"),
                new Preview.Field("challenges", "hashtag"));
        take("items.jsonl", item, IntakeBench.NOW);
        assertThat(pages.data(ALL).sources()).extracting(DataView.Source::kind).contains(EntityKind.VIDEO);
    }

    @Test
    void countsAloneWithoutATimeAreSaidToBeSetAside() throws IOException {
        byte[] answer = IntakeBench
                .bytes("""
                    {"code":0,"data":{"list":[{"hashtag_id":"1","hashtag_name":"glasshair","publish_cnt":12,"video_views":541200}]}}""");

        var preview = (Preview.Recognised) look("answer.json", answer);

        assertThat(preview.format()).isEqualTo("creative-center-hashtags-api");
        assertThat(preview.dating()).isEqualTo(Preview.Dating.REFUSED);
    }

    @Test
    void sourcesTellHowManyReadingsHowOftenAndHowFresh() throws IOException {
        take("views.csv", series(), null);

        DataView.Source source = pages.data(ALL).sources().getFirst();

        assertThat(source).isEqualTo(new DataView.Source("hashtag-views", EntityKind.HASHTAG,
                new DataView.Readings(2, 20,
                        IntakeBench.NOW.minus(Duration.ofHours(27)), IntakeBench.NOW, Duration.ofHours(3)),
                false, true));
        assertThat(pages.empty()).isFalse();
    }

    @Test
    void simulatedReadingsAloneLeaveRoomForTheSample() throws IOException {
        assertThat(pages.holdsRealReadings()).isFalse();

        take("sample.csv", IntakeBench.bytes("""
            kind,id,name,source,observed_at,views,likes,comments,shares,saves,posts,followers
            hashtag,glasshair,glasshair,sim-web,2026-01-14T09:00:00Z,541200,,,,,,
            """), null);
        assertThat(pages.holdsRealReadings()).isFalse();

        take("views.csv", series(), null);
        assertThat(pages.holdsRealReadings()).isTrue();
    }

    @Test
    void importsAndQuarantineAreListedAndFiltered() throws IOException {
        take("Views.csv", series(), null);

        DataView view = pages.data(ALL);

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
        DataView negative = pages.data(new DataFilter("negative-count", "views", new Paging(1, 0)));
        assertThat(negative.quarantine().items()).singleElement().returns(23L, DataView.QuarantinedRow::line);
        assertThat(pages.data(new DataFilter(null, "else", new Paging(25, 0))).quarantine().total()).isZero();
    }

    @Test
    void truncatedGzipSaysSoBesideWhatItStored() throws IOException {
        byte[] whole = IntakeBench.gzip(series());

        take("views.csv.gz", Arrays.copyOf(whole, whole.length - 12), null);

        DataView.ImportedFile file = pages.data(ALL).imports().getFirst();
        assertThat(file.progress()).isInstanceOf(DataView.Progress.BrokenOff.class);
        assertThat(file.counted().stored()).isPositive();
    }

    @Test
    void unusableFilesAreRefusedInWords() throws IOException {
        assertThat(look("empty.csv", new byte[0])).isInstanceOf(Preview.Refused.class);
        assertThat(look("photo.png", IntakeBench.bytes("\u0089PNG\r\n\u001a\n\0\0\0\rIHDR")))
                .isInstanceOf(Preview.Refused.class);
        assertThat(look("letter.csv", IntakeBench.bytes("dear friend\nhow are you\n"))).isInstanceOfSatisfying(
                Preview.Refused.class,
                refused -> assertThat(refused.reason()).contains("dear friend"));
        assertThat(pages.data(ALL).imports()).isEmpty();
    }

    @Test
    void killedImportIsShownAsInterruptedAndGoesOnWhenTheFileComesAgain() throws IOException {
        bench.database.transactions().run(bench.tenant, db -> db.sql("""
            insert into import_run (file_name, content_sha256, format, rows_done, rows_read, stored)
            values ('views.csv', repeat('a', 64), 'hashtag-views', 10, 10, 10)""").update());

        DataView.ImportedFile file = pages.data(ALL).imports().getFirst();

        assertThat(file.progress()).isEqualTo(new DataView.Progress.Interrupted());
        assertThat(file.counted().stored()).isEqualTo(10);
        assertThat(pages.data(ALL).running()).isFalse();
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
        take("views.csv", IntakeBench.bytes(text.toString()), null);

        DataView view = pages.data(ALL);

        assertThat(view.sources().getFirst().stale()).isTrue();
        assertThat(view.notices()).singleElement().isInstanceOf(Notice.Remark.class);
    }

    @Test
    void tenantsSeeNothingOfEachOther() throws IOException {
        take("views.csv", series(), null);
        try (IntakeBench other = new IntakeBench(folder)) {
            DataView view = pages(other).data(ALL);

            assertThat(pages(other).empty()).isTrue();
            assertThat(view.sources()).isEmpty();
            assertThat(view.imports()).isEmpty();
            assertThat(view.reasons()).isEmpty();
            assertThat(view.quarantine().total()).isZero();
        }
    }

    @Test
    void aFileOfOwnColumnsComesInByAMappingThatTheReaderConfirms() throws Exception {
        Preview first = intake.preview("mine.csv", new ByteArrayInputStream(IntakeBench.bytes(
                "tag;plays;day\n#GlassHair;1.2M;2026-01-01\nprotein;7;2026-01-01\nlash;9K;2026-01-01\nbrow;many;2026-01-01\n")));
        Preview.Mapping guessed = (Preview.Mapping) first;
        assertThat(guessed.problems()).singleElement().asString().contains("source is missing");

        MappingAnswers without = new MappingAnswers(guessed.guess().draft("own-crawler"), null, "mine", "");
        Preview.Mapping seen = (Preview.Mapping) intake.mapped(guessed.token(), without).orElseThrow();
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.refusals()).containsExactly(new Preview.Refusal(5, "bad-number", "views (many)"));
        assertThat(Objects.requireNonNull(seen.content()).rows())
                .contains(List.of("glasshair", "1,200,000", "2026-01-01T00:00:00Z")).hasSize(3);
        assertThat(intake.beginMapped(guessed.token(), without)).get().asString().contains("own-crawler");

        MappingAnswers confirmed = new MappingAnswers(without.draft(), null, "mine", "our own counters");
        assertThat(intake.beginMapped(guessed.token(), confirmed)).isEmpty();
        bench.settle();
        assertThat(bench.sources.list()).extracting("name").contains("own-crawler");
        var compliance = new KeptCompliance(bench.tenant, bench.database, InstantSource.fixed(IntakeBench.NOW));
        assertThat(compliance.rules()).singleElement().satisfies(rule -> {
            assertThat(rule.source()).isEqualTo("own-crawler");
            assertThat(rule.reason()).isEqualTo("our own counters");
        });
        assertThat(compliance.log(AuditFilter.of("rule", "", ""), 10, 0)).extracting("subject")
                .containsExactly("mapping mine, version 1 of own-crawler", "own-crawler");
    }

    @Test
    void theNextFileOfTheSameColumnsIsReadByWhatIsKept() throws Exception {
        keep("mine", "tag,plays,day\n#GlassHair,7,2026-01-01\n");

        Preview.Recognised next = (Preview.Recognised) look("next.csv",
                IntakeBench.bytes("Day,tag ,plays\n2026-01-02,#GlassHair,9\n2026-01-02,#brow,many\n"));
        assertThat(next.mapping()).isEqualTo(new MappingVersion("mine", 1));
        assertThat(next.dating()).isEqualTo(Preview.Dating.GIVEN);
        assertThat(next.content().rows()).containsExactly(List.of("2026-01-02T00:00:00Z", "glasshair", "9"));

        assertThat(intake.begin(next.token(), null)).isTrue();
        bench.settle();
        DataView view = pages.data(ALL);
        assertThat(view.imports()).extracting(DataView.ImportedFile::mapping)
                .containsOnly(new MappingVersion("mine", 1));
        assertThat(view.mappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.kept().id()).isEqualTo(new MappingVersion("mine", 1));
            assertThat(mapping.use()).isEqualTo(new MappingUse(2, 1));
        });
        assertThat(view.imports().getFirst().found().notes()).contains("read by the kept mapping mine, version 1");
    }

    private void keep(String name, String file) throws IOException {
        Preview.Mapping mine = (Preview.Mapping) look("mine.csv", IntakeBench.bytes(file));
        assertThat(intake.beginMapped(mine.token(), new MappingAnswers(mine.guess().draft("own-crawler"), null, name,
                "our own counters"))).isEmpty();
        bench.settle();
    }

    @Test
    void whatIsKeptCanBeChangedBeforeAnImportAndTheNameIsProposedFromTheFile() throws Exception {
        Preview.Mapping first = (Preview.Mapping) look("Clips 2026-01-14.csv",
                IntakeBench.bytes("tag,plays,likes,day\n#GlassHair,7,1,2026-01-01\n"));
        assertThat(first.answers().name()).isEqualTo("clips");
        keep("clips", "tag,plays,likes,day\n#GlassHair,7,1,2026-01-01\n");

        Preview.Recognised next = (Preview.Recognised) look("next.csv",
                IntakeBench.bytes("tag,plays,likes,day\n#GlassHair,9,2,2026-01-02\n"));
        Preview.Mapping change = (Preview.Mapping) intake.changed(next.token()).orElseThrow();
        assertThat(change.answers().name()).isEqualTo("clips");
        assertThat(change.answers().purpose()).isEqualTo("our own counters");
        assertThat(change.answers().draft().source()).isEqualTo("own-crawler");
        assertThat(intake.changed("gone")).isEmpty();

        List<MappingDraft.Column> columns = change.answers().draft().columns().stream()
                .map(column -> column.name().equals("likes")
                        ? new MappingDraft.Column("likes", ColumnRole.IGNORE)
                        : column)
                .toList();
        MappingDraft draft = change.answers().draft();
        assertThat(intake.beginMapped(next.token(), new MappingAnswers(new MappingDraft(draft.kind(), columns,
                draft.source(), draft.observed(), draft.posted()), null, "clips", "our own counters"))).isEmpty();
        bench.settle();
        assertThat(bench.mappings.get("clips").id().version()).isEqualTo(2);
        assertThat(bench.mappings.get("clips").mapping().counters()).containsOnlyKeys("views");
        assertThat(((Preview.Mapping) look("clips.csv", IntakeBench.bytes("tag,plays,when\n#a,7,2026-01-01\n")))
                .answers().name()).isEqualTo("clips-2");
    }

    @Test
    void rowsThatAKeptMappingCouldNotUseAreReadAgainOnceItIsMended() throws Exception {
        keep("mine", "tag,plays,day\n" + "#GlassHair,7,2026-01-01\n".repeat(6) + "#brow,8,31/01/2025\n");
        String document = bench.mappings.get("mine").document();
        assertThat(pages.data(ALL).mappings().getFirst().use().quarantined()).isEqualTo(1);

        assertThat(pages.keep("mine", "kind: song\n", "")).get().asString().startsWith("kind (song) cannot be used");
        assertThat(pages.keep("mine", document + "saves: kept\n", "")).get().asString()
                .contains("has no column kept", "give a file with the new header");
        assertThat(pages.keep("mine", document.replace("format: iso", "format: day-first"), "")).isEmpty();
        assertThat(pages.reread("mine")).isEmpty();

        DataView view = pages.data(ALL);
        assertThat(view.mappings().getFirst().kept().id()).isEqualTo(new MappingVersion("mine", 2));
        assertThat(view.mappings().getFirst().use()).isEqualTo(new MappingUse(1, 0));
        assertThat(view.sources().getFirst().readings().rows()).isEqualTo(2);
    }

    @Test
    void aFileWithoutTimesAsksForOneAlsoWhenItsColumnsAreKept() throws Exception {
        Preview.Mapping mine = (Preview.Mapping) look("mine.csv", IntakeBench.bytes("tag,plays\n#GlassHair,7\n"));
        assertThat(intake.beginMapped(mine.token(), new MappingAnswers(mine.guess().draft("own-crawler"),
                IntakeBench.NOW, "mine", "our own counters"))).isEmpty();
        bench.settle();

        Preview.Recognised next = (Preview.Recognised) look("next.csv", IntakeBench.bytes("tag,plays\n#GlassHair,9\n"));
        assertThat(next.dating()).isEqualTo(Preview.Dating.REFUSED);
        assertThat(intake.begin(next.token(), null)).isTrue();
        bench.settle();
        assertThat(pages.data(ALL).imports()).extracting(file -> file.progress().code())
                .containsExactlyInAnyOrder("failed", "done");

        take("next.csv", IntakeBench.bytes("tag,plays\n#GlassHair,9\n"), IntakeBench.NOW.minus(Duration.ofHours(1)));
        assertThat(pages.data(ALL).sources().getFirst().readings().rows()).isEqualTo(2);
    }

    @Test
    void whatIsTakenOutOfUseIsAskedAboutAgain() throws Exception {
        keep("mine", "tag,plays,day\n#GlassHair,7,2026-01-01\n");

        assertThat(pages.remove("mine")).isTrue();
        assertThat(pages.remove("mine")).isFalse();

        assertThat(pages.data(ALL).mappings()).isEmpty();
        assertThat(look("next.csv", IntakeBench.bytes("tag,plays,day\n#GlassHair,9,2026-01-02\n")))
                .isInstanceOf(Preview.Mapping.class);
    }

    @Test
    void whatCannotBeginLeavesNoSourceAllowed() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (IntakeBench full = new IntakeBench(folder.resolve("full"), () -> await(release),
                new IntakeLimits(10_000, 8, 1, Duration.ofDays(1)))) {
            var compliance = new KeptCompliance(full.tenant, full.database, InstantSource.fixed(IntakeBench.NOW));
            FileIntake files = files(full);
            files.beginSample();
            Preview waiting = files.preview("views.csv", new ByteArrayInputStream(series()));
            assertThat(files.begin(((Preview.Recognised) waiting).token(), null)).isTrue();
            Preview.Mapping mine = (Preview.Mapping) files.preview("mine.csv",
                    new ByteArrayInputStream(IntakeBench.bytes("tag,plays,day\n#GlassHair,7,2026-01-01\n")));
            var answers = new MappingAnswers(mine.guess().draft("own-crawler"), null, "mine", "our own counters");

            assertThatThrownBy(() -> files.beginMapped(mine.token(), answers)).isInstanceOf(WebProblem.class);
            assertThatThrownBy(() -> files.beginMapped("gone", answers)).isInstanceOf(WebProblem.class);
            assertThat(compliance.rules()).isEmpty();
            assertThat(full.mappings.list()).isEmpty();

            release.countDown();
            full.settle();
            assertThat(files.beginMapped(mine.token(), answers)).isEmpty();
            full.settle();
            assertThat(full.sources.list()).extracting("name").contains("own-crawler");
            assertThat(compliance.rules()).hasSize(1);
            assertThat(full.mappings.get("mine").id().version()).isEqualTo(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void refusalsOfAMappingAndOfARuleSayWhatToDo() throws Exception {
        Preview.Mapping mine = (Preview.Mapping) look("mine.csv",
                IntakeBench.bytes("tag,plays,day\n#GlassHair,7,2026-01-01\n"));

        assertThat(intake.beginMapped(mine.token(), new MappingAnswers(mine.guess().draft(null), null, "", "ours")))
                .get()
                .asString().startsWith("source is missing").doesNotContain("docs/importing.md");
        assertThat(intake.beginMapped(mine.token(),
                new MappingAnswers(mine.guess().draft("own-crawler"), null, "", "x".repeat(501)))).get().asString()
                .contains("needs a reason of 1 to 500 characters.", "Say why its terms allow");
    }
}
