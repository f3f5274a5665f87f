package dev.upswell.server.collect.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileReport;
import dev.upswell.server.collect.RejectReason;
import dev.upswell.server.collect.mapper.Mappers;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.comply.Verdict;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// What imports of files may not keep: put aside or cleaned, each with a row in the audit trail.
class StoreGateTest {

    private static final String HEADER = "kind,id,name,source,observed_at,views\n";
    private static final String TWO_SOURCES = HEADER + "hashtag,dance,,sim-api,2026-02-01T00:00:00Z,5\n"
            + "hashtag,dance,,my-crawler,2026-02-01T00:00:00Z,7\nhashtag,rest,,my-crawler,2026-02-01T00:00:00Z,8\n";

    private final ImportBench bench = new ImportBench();
    private final Compliance compliance = new KeptCompliance(bench.tenant, bench.database,
            InstantSource.fixed(ImportBench.NOW));

    private FileReport run(String name, String content) {
        return bench.run(ImportBench.file(name, content));
    }

    private List<String> trail() {
        return compliance.log(AuditFilter.ALL, 10, 0).stream().map(entry -> entry.actor() + " "
                + entry.decision().label() + " " + entry.rule() + " " + entry.subject() + " "
                + new TreeMap<>(entry.counts())).toList();
    }

    @Test
    void everyMapperKeepsWhatItReadsUnderASourceWithAPolicy() {
        assertThat(Mappers.all()).allSatisfy(mapper -> assertThat(compliance.terms().store(mapper.contentSource()))
                .as(mapper.contentSource()).isInstanceOf(Verdict.Allowed.class));
    }

    @Test
    void rowsOfAnUnlistedSourceArePutAsideUntilItIsAllowed() {
        FileReport first = run("two.csv", TWO_SOURCES);
        compliance.allow("my-crawler", "our own counters", "hand");
        FileReport second = run("two.csv", TWO_SOURCES);

        assertThat(first.quarantined()).isEqualTo(Map.of(RejectReason.UNLISTED_SOURCE, 2L));
        assertThat(first.stored()).isEqualTo(1);
        assertThat(second.stored()).isEqualTo(2);
        assertThat(second.quarantined()).isEmpty();
        assertThat(bench.one("select count(*) from quarantine", Long.class)).isZero();
        assertThat(trail()).containsExactly("hand changed allowed my-crawler {}",
                "import denied unlisted two.csv {rows=2}");
    }

    @Test
    void contactsInCaptionsAndNamesAreNotKept() {
        run("videos.jsonl", """
            {"id":"v1","createdAt":"2026-01-01T00:00:00Z","caption":"mail one@example.com or WA 0812-3456-7890"}
            {"id":"v2","createdAt":"2026-01-01T00:00:00Z","caption":"10000000 views, thanks @some.one"}
            """);

        assertThat(trail()).containsExactly("import cleaned contacts videos.jsonl {e-mail=1, phone=1}");
        assertThat(bench.dump()).doesNotContain("one@example.com", "3456").contains("mail [e-mail] or WA [phone]",
                "10000000 views, thanks @some.one");
    }

    @Test
    void ofAPrivateAccountNotEvenTheTextOfItsRowIsKept() {
        FileReport report = run("items.json", """
            [{"id":"7600000000000000001","desc":"secret_words","stats":{"playCount":5},
              "author":{"uniqueId":"hidden_one","privateAccount":true}},
             {"id":"7600000000000000002","desc":"secret_words","stats":{"playCount":5},
              "author":{"uniqueId":"hidden_one","private_account":1}}]""");

        assertThat(report.quarantined()).isEqualTo(Map.of(RejectReason.PRIVATE, 2L));
        assertThat(bench.dump()).doesNotContain("hidden_one", "secret_words");
        assertThat(trail()).containsExactly("import denied private-account items.json {items=2}");
    }

    @Test
    void quarantinedTextsHoldNoContacts() {
        run("items.json",
                "[{\"id\":\"7600000000000000001\",\"desc\":\"%s one@example.com\",\"stats\":{\"playCount\":-5}}]"
                        .formatted("x".repeat(230)));

        assertThat(bench.one("select excerpt from quarantine", String.class)).doesNotContain("one@", "example")
                .contains("[e-mail]");
    }

    @Test
    void quarantinedRowsThatAreKeptWholeHoldNoContactsAndNothingOfDeniedSources() {
        run("items.json",
                "[{\"id\":\"7600000000000000001\",\"desc\":\"one@example.com\",\"stats\":{\"playCount\":-5}}]");
        run("two.csv", TWO_SOURCES);

        assertThat(bench.one("select kept from quarantine where reason = 'negative-count'", String.class))
                .contains("[e-mail]").doesNotContain("one@example.com");
        assertThat(bench.one("select count(kept) from quarantine where reason = 'unlisted-source'", Long.class))
                .isZero();
        assertThat(
                bench.one("select string_agg(distinct excerpt, ' ') from quarantine where reason = 'unlisted-source'",
                        String.class))
                .isEqualTo("(not kept)");
    }

    @Test
    void anEMailAddressIsNoId() {
        FileReport report = run("own.csv", HEADER + "creator,one@example.com,,sim-api,2026-02-01T00:00:00Z,5\n");

        assertThat(report.quarantined()).isEqualTo(Map.of(RejectReason.BAD_ID, 1L));
        assertThat(bench.dump()).doesNotContain("one@example.com");
    }

    @Test
    void whatIsAllowedIsCountedBySourceAndARepeatLeavesNoTrace() {
        String series = HEADER + "hashtag,dance,,sim-api,2026-02-01T00:00:00Z,5\n";
        run("a.csv", series);
        run("a.csv", series);

        assertThat(compliance.allowances(1)).extracting(one -> one.source() + " " + one.rule() + " " + one.items())
                .containsExactly("sim-api policy simulated 1");
        assertThat(bench.rows(Collected.OBSERVATION)).isEqualTo(1);
        assertThat(trail()).isEmpty();
    }

    @Test
    void anImportThatIsKilledBetweenChunksTellsTheSameInTheEnd() {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append("{\"id\":\"v").append(i).append(
                    "\",\"createdAt\":\"2026-01-01T00:00:00Z\",\"caption\":\"mail one@example.com\"}\n");
        }
        run("many.jsonl", lines.toString());

        assertThat(trail()).containsExactly("import cleaned contacts many.jsonl {e-mail=6}",
                "import cleaned contacts many.jsonl {e-mail=7}", "import cleaned contacts many.jsonl {e-mail=7}");
    }
}
