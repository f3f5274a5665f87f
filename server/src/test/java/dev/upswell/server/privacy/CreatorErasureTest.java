package dev.upswell.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.audit.RequestAudit;
import dev.upswell.server.audit.RequestFilter;
import dev.upswell.server.audit.Verification;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportProgress;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.pipeline.Collecting;
import dev.upswell.server.postgres.FolderTree;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CreatorErasureTest {

    @TempDir
    Path folder;

    private static String lake(PrivacyBench bench) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : bench.database.lakeFiles(bench.tenant)) {
            all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    private String index(PrivacyBench bench) throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : FolderTree.files(folder.resolve("index").resolve(bench.tenant.toString()))) {
            all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        }
        return all.toString();
    }

    @Test
    void nothingOfAnErasedCreatorIsLeftInTablesFilesAndIndex() throws IOException {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI, PrivacyBench.BO);
        assertThat(bench.everyRow()).contains("ani.cooks", PrivacyBench.ANI.video());
        assertThat(lake(bench)).contains("ani.cooks");
        assertThat(index(bench)).contains("ani.cooks", PrivacyBench.ANI.video());

        Erasure erased = bench.erasures().erase("@Ani.Cooks", "dana");

        assertThat(bench.everyRow().toLowerCase(Locale.ROOT)).doesNotContain("ani.cooks", PrivacyBench.ANI.video())
                .contains("bo_bakes", PrivacyBench.BO.video());
        assertThat(lake(bench)).doesNotContain("ani.cooks", PrivacyBench.ANI.video()).contains("bo_bakes");
        assertThat(index(bench)).doesNotContain("ani.cooks", PrivacyBench.ANI.video()).contains("bo_bakes");
        assertThat(erased.done()).isTrue();
        assertThat(erased.removed()).containsKeys("video_analysis", "scorecard", "report", "lake observation",
                "lake answer",
                "profile_subject", "audit_trail");
    }

    @Test
    void whatIsOfOthersStaysAsItWas() {
        var both = new PrivacyBench(folder.resolve("both"), PrivacyBench.ANI, PrivacyBench.BO);
        var one = new PrivacyBench(folder.resolve("one"), PrivacyBench.BO);

        both.erasures().erase("ani.cooks", "dana");

        assertThat(both.dump()).containsAll(one.dump());
    }

    @Test
    void theRecordSaysWhatWentAndStandsInTheChainOfTheAuditWithoutAName() {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        Erasure erased = bench.erasures().erase("ani.cooks", "dana");
        var audit = new RequestAudit(bench.tenant, bench.database);

        assertThat(erased.asked().by()).isEqualTo("dana");
        assertThat(erased.search()).isNotNull();
        assertThat(erased.search().found()).isEmpty();
        assertThat(erased.search().tables()).isGreaterThan(120);
        assertThat(audit.verify()).isInstanceOf(Verification.Sound.class);
        assertThat(audit.list(RequestFilter.ALL, 5, 0)).singleElement()
                .satisfies(row -> assertThat(row.request().subject())
                        .isEqualTo(erased.id() + " sha256 " + erased.proof()));
        assertThat(Erasures.isUnchanged(bench.erasures().get(erased.id().toString()))).isTrue();

        TestDatabase.asOwner(
                db -> db.sql("update erasure set asked_by = 'nobody' where id = ?").param(erased.id()).update());

        assertThat(Erasures.isUnchanged(bench.erasures().get(erased.id().toString()))).isFalse();
    }

    @Test
    void whatIsCutShortAnywhereGoesOnAndEndsAsIfItHadNotBeen() throws IOException {
        var whole = new PrivacyBench(folder.resolve("whole"), PrivacyBench.ANI, PrivacyBench.BO);
        var steps = new AtomicInteger();
        Erasure uncut = whole.erasures(steps::incrementAndGet).erase("ani.cooks", "dana");
        var bench = new PrivacyBench(folder, PrivacyBench.ANI, PrivacyBench.BO);

        int tries = 0;
        boolean done = false;
        for (int alive = 0; !done; alive += 7) {
            var left = new AtomicInteger(alive);
            try {
                done = bench.erasures(() -> {
                    if (left.getAndDecrement() == 0) {
                        throw new IllegalStateException("killed");
                    }
                }).erase("ani.cooks", "dana").done();
            } catch (IllegalStateException killed) {
                assertThat(killed).hasMessage("killed");
            }
            tries++;
        }

        Erasure ended = bench.erasures().list(1, 0).getFirst();
        assertThat(tries).isGreaterThan(5);
        assertThat(steps.get()).isGreaterThan(60);
        assertThat(bench.erasures().count()).isEqualTo(1);
        assertThat(ended.removed()).isEqualTo(uncut.removed());
        assertThat(bench.everyRow()).doesNotContain("ani.cooks", PrivacyBench.ANI.video());
        assertThat(lake(bench)).doesNotContain("ani.cooks");
    }

    @Test
    void aFileThatNoRowKnowsAndThatNamesThemGoesToo() throws IOException {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        LakeFile video = bench.database.transactions().call(bench.tenant,
                db -> bench.database.manifest().visible(db, Collected.VIDEO)).getFirst();
        Path loose;
        try (LakeSession lake = bench.database.lake().open(bench.tenant)) {
            loose = Path
                    .of(lake.stage(Collected.VIDEO, "SELECT * FROM " + lake.relation(Collected.VIDEO, List.of(video)))
                            .orElseThrow().path());
        }
        assertThat(bench.database.lakeFiles(bench.tenant)).anyMatch(file -> file.endsWith(loose));

        bench.erasures().erase("ani.cooks", "dana");

        assertThat(bench.database.lakeFiles(bench.tenant)).noneMatch(file -> file.endsWith(loose));
    }

    @Test
    void aTableThatTheMapForgotKeepsTheErasureOpen() {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("insert into source (name, note) values ('mine', 'told by @ani.cooks')").update());

        assertThatThrownBy(() -> bench.erasures().erase("ani.cooks", "dana")).isInstanceOf(PrivacyRefused.class)
                .hasMessageContaining("{source=1}");
        assertThat(bench.erasures().isOpen()).isTrue();

        bench.database.transactions().run(bench.tenant,
                db -> db.sql("delete from source where name = 'mine'").update());

        assertThat(bench.erasures().goOn()).isEqualTo(1);
        assertThat(bench.erasures().isOpen()).isFalse();
    }

    @Test
    void whileAnImportIsAtWorkItWaitsAndNothingNewIsStoredMeanwhile() {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        try (var _ = bench.database.locks().acquire(bench.tenant, Collected.WORK)) {
            assertThatThrownBy(() -> bench.erasures().erase("ani.cooks", "dana")).isInstanceOf(PrivacyRefused.class)
                    .hasMessageContaining("waits");
        }
        assertThat(bench.erasures().suppressed()).isEqualTo(1);
        assertThat(bench.erasures().goOn()).isEqualTo(1);
    }

    @Test
    void aHandleThatIsAlsoAHashtagIsAWordInTextsUnlessItIsAddressed() {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        bench.database.transactions().run(bench.tenant, db -> {
            db.sql("insert into entity (kind, entity_id, name, first_observed_at, last_observed_at) values ('hashtag', 'bread', 'bread', now(), now())")
                    .update();
            db.sql("insert into label_word (label, state, said_by, said_at) values ('bread makers', (select substring(pg_get_constraintdef(oid) from '''([A-Za-z]+)''') from pg_constraint where conname = 'label_word_state_check'), 'x', now())")
                    .update();
        });

        Erasure erased = bench.erasures().erase("bread", "dana");

        assertThat(erased.plain()).isFalse();
        assertThat(bench.dump()).anyMatch(line -> line.contains("bread makers"));
    }

    @Test
    void theNextImportDoesNotBringThemBack() throws IOException {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        bench.erasures().erase("ani.cooks", "dana");
        Path file = Files.writeString(folder.resolve("videos.jsonl"),
                """
                    {"id":"7544910084609912477","createdAt":"2025-09-01T00:24:31Z","creator":"Ani.Cooks","hashtags":["bread"],"durationSeconds":6,"caption":"old"}
                    {"id":"7544910084609912499","createdAt":"2025-09-02T00:24:31Z","creator":"ani.cooks","hashtags":["bread"],"durationSeconds":6,"caption":"new"}
                    {"id":"7544910084609912488","createdAt":"2025-09-02T00:24:31Z","creator":"cy","hashtags":["bread"],"durationSeconds":6,"caption":"Duet with @ani.cooks!"}
                    """);

        FileReport report = Collecting.importer(bench.database, InstantSource.fixed(PrivacyBench.NOON))
                .importFile(bench.tenant, ImportSource.of(file), ImportOptions.AUTO, ImportProgress.NONE);

        assertThat(report.quarantined()).containsEntry(RejectReason.ERASED, 2L);
        assertThat(bench.dump()).anyMatch(line -> line.contains("Duet with [erased]!"))
                .noneMatch(line -> line.contains("ani.cooks")).noneMatch(line -> line.contains("7544910084609912499"));
    }

    @Test
    void theExportHasWhatNamesThemAndNothingOfOthersAloneAndNoSecrets() throws IOException {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI, PrivacyBench.BO);
        var of = new ByteArrayOutputStream();
        bench.export().creator("ani.cooks", of);
        var all = new ByteArrayOutputStream();
        bench.export().tenant(all);

        assertThat(entries(of)).containsKeys("tables/scorecard.jsonl", "tables/report.jsonl", "lake/video.jsonl")
                .doesNotContainKeys("tables/vault_entry.jsonl", "tables/sign_in.jsonl");
        assertThat(String.join("", entries(of).values())).contains("ani.cooks", PrivacyBench.ANI.video())
                .doesNotContain("bo_bakes", PrivacyBench.BO.video());
        assertThat(String.join("", entries(all).values())).contains("ani.cooks", "bo_bakes");
    }

    private static Map<String, String> entries(ByteArrayOutputStream zip) throws IOException {
        Map<String, String> entries = new TreeMap<>();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }

    @Test
    void whatIsNoHandleIsRefused() {
        var bench = new PrivacyBench(folder, PrivacyBench.ANI);
        assertThatThrownBy(() -> bench.erasures().erase(" ", "dana")).isInstanceOf(PrivacyRefused.class);
        assertThatThrownBy(() -> bench.erasures().get("x")).isInstanceOf(PrivacyRefused.class);
    }
}
