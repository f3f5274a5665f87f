package dev.upswell.server.collect.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.intake.IntakeBench;
import dev.upswell.server.collect.intake.IntakeLimits;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.mapping.ColumnRole;
import dev.upswell.server.mapping.MappingDraft;
import dev.upswell.server.mapping.MappingUse;
import dev.upswell.server.mapping.MappingVersion;
import dev.upswell.server.web.Paging;
import dev.upswell.server.web.WebProblem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files of columns of one's own: how they are mapped, kept and read again.
class OwnColumnsPagesTest {

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
    void aFileOfOwnColumnsComesInByAMappingThatTheReaderConfirms() throws Exception {
        Preview first = with.intake.preview("mine.csv", new ByteArrayInputStream(IntakeBench.bytes(
                "tag;plays;day\n#GlassHair;1.2M;2026-01-01\nprotein;7;2026-01-01\nlash;9K;2026-01-01\nbrow;many;2026-01-01\n")));
        Preview.Mapping guessed = (Preview.Mapping) first;
        assertThat(guessed.problems()).singleElement().asString().contains("source is missing");

        MappingAnswers without = new MappingAnswers(guessed.guess().draft("own-crawler"), null, "mine", "");
        Preview.Mapping seen = (Preview.Mapping) with.intake.mapped(guessed.token(), without).orElseThrow();
        assertThat(seen.problems()).isEmpty();
        assertThat(seen.refusals()).containsExactly(new Preview.Refusal(5, "bad-number", "views (many)"));
        assertThat(Objects.requireNonNull(seen.content()).rows())
                .contains(List.of("glasshair", "1,200,000", "2026-01-01T00:00:00Z")).hasSize(3);
        assertThat(with.intake.beginMapped(guessed.token(), without)).get().asString().contains("own-crawler");

        MappingAnswers confirmed = new MappingAnswers(without.draft(), null, "mine", "our own counters");
        assertThat(with.intake.beginMapped(guessed.token(), confirmed)).isEmpty();
        with.bench.settle();
        assertThat(with.bench.sources.list()).extracting("name").contains("own-crawler");
        var compliance = new KeptCompliance(with.bench.tenant, with.bench.database,
                InstantSource.fixed(IntakeBench.NOW));
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

        Preview.Recognised next = (Preview.Recognised) with.look("next.csv",
                IntakeBench.bytes("Day,tag ,plays\n2026-01-02,#GlassHair,9\n2026-01-02,#brow,many\n"));
        assertThat(next.mapping()).isEqualTo(new MappingVersion("mine", 1));
        assertThat(next.dating()).isEqualTo(Preview.Dating.GIVEN);
        assertThat(next.content().rows()).containsExactly(List.of("2026-01-02T00:00:00Z", "glasshair", "9"));

        assertThat(with.intake.begin(next.token(), null)).isTrue();
        with.bench.settle();
        DataView view = with.pages.data(ALL);
        assertThat(view.imports()).extracting(DataView.ImportedFile::mapping)
                .containsOnly(new MappingVersion("mine", 1));
        assertThat(view.mappings()).singleElement().satisfies(mapping -> {
            assertThat(mapping.kept().id()).isEqualTo(new MappingVersion("mine", 1));
            assertThat(mapping.use()).isEqualTo(new MappingUse(2, 1));
        });
        assertThat(view.imports().getFirst().found().notes()).contains("read by the kept mapping mine, version 1");
    }

    private void keep(String name, String file) throws IOException {
        Preview.Mapping mine = (Preview.Mapping) with.look("mine.csv", IntakeBench.bytes(file));
        assertThat(
                with.intake.beginMapped(mine.token(), new MappingAnswers(mine.guess().draft("own-crawler"), null, name,
                        "our own counters")))
                .isEmpty();
        with.bench.settle();
    }

    @Test
    void whatIsKeptCanBeChangedBeforeAnImportAndTheNameIsProposedFromTheFile() throws Exception {
        Preview.Mapping first = (Preview.Mapping) with.look("Clips 2026-01-14.csv",
                IntakeBench.bytes("tag,plays,likes,day\n#GlassHair,7,1,2026-01-01\n"));
        assertThat(first.answers().name()).isEqualTo("clips");
        keep("clips", "tag,plays,likes,day\n#GlassHair,7,1,2026-01-01\n");

        Preview.Recognised next = (Preview.Recognised) with.look("next.csv",
                IntakeBench.bytes("tag,plays,likes,day\n#GlassHair,9,2,2026-01-02\n"));
        Preview.Mapping change = (Preview.Mapping) with.intake.changed(next.token()).orElseThrow();
        assertThat(change.answers().name()).isEqualTo("clips");
        assertThat(change.answers().purpose()).isEqualTo("our own counters");
        assertThat(change.answers().draft().source()).isEqualTo("own-crawler");
        assertThat(with.intake.changed("gone")).isEmpty();

        List<MappingDraft.Column> columns = change.answers().draft().columns().stream()
                .map(column -> column.name().equals("likes")
                        ? new MappingDraft.Column("likes", ColumnRole.IGNORE)
                        : column)
                .toList();
        MappingDraft draft = change.answers().draft();
        assertThat(with.intake.beginMapped(next.token(), new MappingAnswers(new MappingDraft(draft.kind(), columns,
                draft.source(), draft.observed(), draft.posted()), null, "clips", "our own counters"))).isEmpty();
        with.bench.settle();
        assertThat(with.bench.mappings.get("clips").id().version()).isEqualTo(2);
        assertThat(with.bench.mappings.get("clips").mapping().counters()).containsOnlyKeys("views");
        assertThat(((Preview.Mapping) with.look("clips.csv", IntakeBench.bytes("tag,plays,when\n#a,7,2026-01-01\n")))
                .answers().name()).isEqualTo("clips-2");
    }

    @Test
    void rowsThatAKeptMappingCouldNotUseAreReadAgainOnceItIsMended() throws Exception {
        keep("mine", "tag,plays,day\n" + "#GlassHair,7,2026-01-01\n".repeat(6) + "#brow,8,31/01/2025\n");
        String document = with.bench.mappings.get("mine").document();
        assertThat(with.pages.data(ALL).mappings().getFirst().use().quarantined()).isEqualTo(1);

        assertThat(with.pages.keep("mine", "kind: song\n", "")).get().asString()
                .startsWith("kind (song) cannot be used");
        assertThat(with.pages.keep("mine", document + "saves: kept\n", "")).get().asString()
                .contains("has no column kept", "give a file with the new header");
        assertThat(with.pages.keep("mine", document.replace("format: iso", "format: day-first"), "")).isEmpty();
        assertThat(with.pages.reread("mine")).isEmpty();

        DataView view = with.pages.data(ALL);
        assertThat(view.mappings().getFirst().kept().id()).isEqualTo(new MappingVersion("mine", 2));
        assertThat(view.mappings().getFirst().use()).isEqualTo(new MappingUse(1, 0));
        assertThat(view.sources().getFirst().readings().rows()).isEqualTo(2);
    }

    @Test
    void aFileWithoutTimesAsksForOneAlsoWhenItsColumnsAreKept() throws Exception {
        Preview.Mapping mine = (Preview.Mapping) with.look("mine.csv", IntakeBench.bytes("tag,plays\n#GlassHair,7\n"));
        assertThat(with.intake.beginMapped(mine.token(), new MappingAnswers(mine.guess().draft("own-crawler"),
                IntakeBench.NOW, "mine", "our own counters"))).isEmpty();
        with.bench.settle();

        Preview.Recognised next = (Preview.Recognised) with.look("next.csv",
                IntakeBench.bytes("tag,plays\n#GlassHair,9\n"));
        assertThat(next.dating()).isEqualTo(Preview.Dating.REFUSED);
        assertThat(with.intake.begin(next.token(), null)).isTrue();
        with.bench.settle();
        assertThat(with.pages.data(ALL).imports()).extracting(file -> file.progress().code())
                .containsExactlyInAnyOrder("failed", "done");

        with.take("next.csv", IntakeBench.bytes("tag,plays\n#GlassHair,9\n"),
                IntakeBench.NOW.minus(Duration.ofHours(1)));
        assertThat(with.pages.data(ALL).sources().getFirst().readings().rows()).isEqualTo(2);
    }

    @Test
    void whatIsTakenOutOfUseIsAskedAboutAgain() throws Exception {
        keep("mine", "tag,plays,day\n#GlassHair,7,2026-01-01\n");

        assertThat(with.pages.remove("mine")).isTrue();
        assertThat(with.pages.remove("mine")).isFalse();

        assertThat(with.pages.data(ALL).mappings()).isEmpty();
        assertThat(with.look("next.csv", IntakeBench.bytes("tag,plays,day\n#GlassHair,9,2026-01-02\n")))
                .isInstanceOf(Preview.Mapping.class);
    }

    @Test
    void whatCannotBeginLeavesNoSourceAllowed() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        try (IntakeBench full = new IntakeBench(folder.resolve("full"), () -> IntakeBench.await(release),
                new IntakeLimits(10_000, 8, 1, Duration.ofDays(1)))) {
            var compliance = new KeptCompliance(full.tenant, full.database, InstantSource.fixed(IntakeBench.NOW));
            FileIntake files = PagesBench.files(full);
            files.beginSample();
            Preview waiting = files.preview("views.csv", new ByteArrayInputStream(PagesBench.series()));
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

    @Test
    void refusalsOfAMappingAndOfARuleSayWhatToDo() throws Exception {
        Preview.Mapping mine = (Preview.Mapping) with.look("mine.csv",
                IntakeBench.bytes("tag,plays,day\n#GlassHair,7,2026-01-01\n"));

        assertThat(
                with.intake.beginMapped(mine.token(), new MappingAnswers(mine.guess().draft(null), null, "", "ours")))
                .get()
                .asString().startsWith("source is missing").doesNotContain("docs/importing.md");
        assertThat(with.intake.beginMapped(mine.token(),
                new MappingAnswers(mine.guess().draft("own-crawler"), null, "", "x".repeat(501)))).get().asString()
                .contains("needs a reason of 1 to 500 characters.", "Say why its terms allow");
    }
}
