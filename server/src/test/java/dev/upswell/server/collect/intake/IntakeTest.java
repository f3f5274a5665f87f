package dev.upswell.server.collect.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportPreview;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.ImportRefused;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.Importer;
import dev.upswell.server.collect.SnapshotsIngested;
import dev.upswell.server.mapping.TableHead;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.Sentence;
import dev.upswell.server.postgres.FolderTree;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntakeTest {

    private static final String VIEWS = """
        hashtag,observed_at,views
        glasshair,2026-01-14T09:00:00Z,541200
        glasshair,2026-01-14T12:00:00Z,600000
        protein,2026-01-14T09:00:00Z,12x
        """;
    private static final Paging ALL = new Paging(50, 0);

    @TempDir
    Path folder;

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(IntakeBench.bytes(text));
    }

    private static Intake.Begun take(IntakeBench bench, String name, String text) throws IOException {
        return bench.intake.begin(bench.intake.look(name, stream(text), ImportOptions.AUTO).token(),
                ImportOptions.AUTO);
    }

    private long filesAside() throws IOException {
        return FolderTree.files(folder.resolve("uploads")).size();
    }

    @Test
    void fileIsImportedInTheBackgroundAndTheBellRings() throws Exception {
        try (IntakeBench bench = new IntakeBench(folder)) {
            assertThat(bench.imports.empty()).isTrue();

            var begun = (Intake.Begun.Accepted) take(bench, "C:\\files\\../views.csv", VIEWS);
            SnapshotsIngested rung = bench.rung.poll(60, TimeUnit.SECONDS);

            assertThat(rung).isEqualTo(new SnapshotsIngested(bench.tenant, 2, 1, Instant.parse("2026-01-14T09:00:00Z"),
                    Instant.parse("2026-01-14T12:00:00Z")));
            ImportRecord record = bench.imports.find(begun.id()).orElseThrow();
            assertThat(record.file()).isEqualTo("views.csv");
            assertThat(record.state()).isEqualTo(new ImportState.Done());
            assertThat(record.rows().quarantined()).containsEntry("bad-number", 1L);
            assertThat(bench.imports.find(record.id())).contains(record);
            assertThat(bench.imports.list(ALL).items()).containsExactly(record);
            assertThat(bench.imports.empty()).isFalse();
        }
        assertThat(filesAside()).isZero();
    }

    @Test
    void repeatStoresNothingAndStillTellsWhatBecameOfItsRows() throws IOException {
        try (IntakeBench bench = new IntakeBench(folder)) {
            take(bench, "views.csv", VIEWS);
            take(bench, "again.csv", VIEWS);
            bench.settle();

            var imports = bench.imports.list(ALL);
            assertThat(imports.total()).isEqualTo(2);
            assertThat(imports.items()).extracting(ImportRecord::file).containsExactlyInAnyOrder("views.csv",
                    "again.csv");
            ImportRecord repeat = imports.items().stream().filter(each -> each.file().equals("again.csv")).findFirst()
                    .orElseThrow();
            assertThat(repeat.rows().stored()).isZero();
            assertThat(repeat.rows().duplicate()).isEqualTo(2);
            assertThat(repeat.state()).isEqualTo(new ImportState.Done());
            assertThat(bench.rung).hasSizeLessThanOrEqualTo(1);
        }
    }

    @Test
    void unusableFilesAreRefusedInWordsAndNotKept() throws IOException {
        try (IntakeBench bench = new IntakeBench(folder, () -> {
        }, new IntakeLimits(1_000, 8, 8, Duration.ofDays(1)))) {
            assertThatThrownBy(() -> take(bench, "empty.csv", "")).isInstanceOf(ImportRefused.class)
                    .hasMessageContaining("empty");
            assertThatThrownBy(() -> take(bench, "photo.png", "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR"))
                    .isInstanceOf(ImportRefused.class);
            assertThatThrownBy(() -> take(bench, "large.csv", "x".repeat(1_001))).isInstanceOf(ImportRefused.class)
                    .hasMessageStartingWith("The file large.csv is larger than 1000 bytes.");
            assertThat(bench.imports.list(ALL).items()).isEmpty();
            assertThat(filesAside()).isZero();
        }
    }

    @Test
    void fileWhoseColumnsCannotBeReadForAnUnforeseenReasonIsNotKept() throws IOException {
        try (IntakeBench bench = new IntakeBench(folder);
                Intake intake = new Intake(new Intake.Setup(bench.tenant, bench.database, new Broken(), folder,
                        InstantSource.fixed(IntakeBench.NOW), () -> {
                        }, bench.rung::add, IntakeLimits.USUAL))) {
            assertThatThrownBy(() -> intake.see("odd.csv", stream("a,b\n1,2\n")))
                    .isInstanceOf(IllegalStateException.class).hasMessage("head");
            assertThat(filesAside()).isZero();
        }
    }

    /// Knows no format, and fails at the columns.
    private static final class Broken implements Importer {

        @Override
        public FileReport importFile(TenantId tenant, ImportSource source, ImportOptions options,
                ImportProgress progress) {
            throw new IllegalStateException("import");
        }

        @Override
        public ImportPreview preview(TenantId tenant, ImportSource source, ImportOptions options) {
            throw new ImportRefused("The format is not known.", "Rename the columns.");
        }

        @Override
        public TableHead head(ImportSource source) {
            throw new IllegalStateException("head");
        }
    }

    @Test
    void smallArchiveOfEndlessTextIsRefusedAtTheFirstLook() throws IOException {
        String bomb = VIEWS + "x".repeat(70_000_000);
        try (IntakeBench bench = new IntakeBench(folder)) {
            byte[] packed = IntakeBench.gzip(IntakeBench.bytes(bomb));

            assertThatThrownBy(
                    () -> bench.intake.look("bomb.csv.gz", new ByteArrayInputStream(packed), ImportOptions.AUTO))
                    .isInstanceOf(ImportRefused.class)
                    .hasMessageStartingWith("Reading bomb.csv.gz was stopped after 67108864 bytes");
            assertThat(filesAside()).isZero();
        }
    }

    @Test
    void anArchiveMayUnpackToAHundredTimesItsSize() {
        assertThat(IntakeLimits.USUAL.mostUnpacked(1_000)).isEqualTo(256L << 20);
        assertThat(IntakeLimits.USUAL.mostUnpacked(100L << 20)).isEqualTo(100L * (100L << 20));
        assertThat(IntakeLimits.USUAL.mostUnpacked(2L << 30)).isEqualTo(32L << 30);
    }

    @Test
    void oldestUnwantedFilesMakeRoomForNewOnes() throws IOException {
        try (IntakeBench bench = new IntakeBench(folder, () -> {
        }, new IntakeLimits(1_000, 2, 8, Duration.ofDays(1)))) {
            String first = bench.intake.look("1.csv", stream(VIEWS), ImportOptions.AUTO).token();
            bench.intake.look("2.csv", stream(VIEWS), ImportOptions.AUTO);
            bench.intake.look("3.csv", stream(VIEWS), ImportOptions.AUTO);

            assertThat(bench.intake.begin(first, ImportOptions.AUTO)).isEqualTo(new Intake.Begun.Unknown());
            assertThat(filesAside()).isEqualTo(2);
        }
    }

    @Test
    void whatAnEarlierProcessLeftLongAgoIsDeletedAtTheStart() throws IOException {
        Path uploads = Files.createDirectories(folder.resolve("uploads"));
        Path old = Files.writeString(uploads.resolve("old"), VIEWS);
        Path recent = Files.writeString(uploads.resolve("recent"), VIEWS);
        Files.setLastModifiedTime(old, FileTime.from(IntakeBench.NOW.minus(Duration.ofHours(25))));
        Files.setLastModifiedTime(recent, FileTime.from(IntakeBench.NOW.minus(Duration.ofHours(1))));

        new IntakeBench(folder).close();

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void fullQueueTurnsAwayAndKeepsTheFile() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        try (IntakeBench bench = new IntakeBench(folder, () -> {
            running.countDown();
            IntakeBench.await(release);
        }, new IntakeLimits(1_000, 8, 1, Duration.ofDays(1)))) {
            bench.intake.beginSample();
            IntakeBench.await(running);
            assertThat(bench.imports.list(ALL).items().getFirst().state()).isEqualTo(new ImportState.Running(0));
            assertThat(take(bench, "1.csv", VIEWS)).isInstanceOf(Intake.Begun.Accepted.class);
            String token = bench.intake.look("2.csv", stream(VIEWS), ImportOptions.AUTO).token();
            assertThat(bench.intake.begin(token, ImportOptions.AUTO)).isEqualTo(new Intake.Begun.Full());
            assertThat(bench.imports.list(ALL).items()).extracting(ImportRecord::state)
                    .containsExactlyInAnyOrder(new ImportState.Waiting(), new ImportState.Running(0));

            release.countDown();
            bench.settle();

            assertThat(bench.intake.begin(token, ImportOptions.AUTO)).isInstanceOf(Intake.Begun.Accepted.class);
            bench.settle();
            assertThat(bench.imports.list(ALL).items()).extracting(ImportRecord::file).containsExactlyInAnyOrder(
                    "1.csv",
                    "2.csv");
        }
    }

    @Test
    void failingSampleIsShownInWords() throws IOException {
        try (IntakeBench bench = new IntakeBench(folder, () -> {
            throw new ImportRefused("The disk is full.", "Free some space.");
        }, IntakeLimits.USUAL)) {
            bench.intake.beginSample();
            bench.settle();

            assertThat(bench.imports.list(ALL).items()).singleElement()
                    .returns(new ImportState.Failed(ImportState.told("The disk is full. Free some space.")),
                            ImportRecord::state);
        }
    }

    @Test
    void failureThatNobodyForesawIsToldWithTheNumberInTheLog() throws IOException {
        try (IntakeBench bench = new IntakeBench(folder, () -> {
            throw new IllegalStateException("secret");
        }, IntakeLimits.USUAL)) {
            bench.intake.beginSample();
            bench.settle();

            ImportRecord failed = bench.imports.list(ALL).items().getFirst();
            assertThat(failed.state().problem())
                    .contains(Sentence.of("import.unforeseen", failed.id().toString()));
        }
    }

    @Test
    void namesLoseFoldersAndWhatCannotBeSeen() {
        assertThat(Uploads.shownName("../../etc/passwd")).isEqualTo("passwd");
        assertThat(Uploads.shownName("C:\\a\\b.csv")).isEqualTo("b.csv");
        assertThat(Uploads.shownName("a\u202Evsc\u0000.txt\n")).isEqualTo("avsc.txt");
        assertThat(Uploads.shownName("folder/")).isEqualTo("upload");
    }
}
