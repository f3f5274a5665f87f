package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.AnswerIntake.RawAnswer;
import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.FileFormat;
import dev.upswell.server.comply.AuditEntry;
import dev.upswell.server.comply.AuditFilter;
import dev.upswell.server.comply.Compliance;
import dev.upswell.server.comply.KeptCompliance;
import dev.upswell.server.live.Answer;
import dev.upswell.server.live.Ask;
import dev.upswell.server.live.Budget;
import dev.upswell.server.live.Feed;
import dev.upswell.server.live.Source;
import java.time.ZoneOffset;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What live collecting may not fetch or keep: denied or cleaned, each with a row in the audit trail.
class ComplianceGuardTest {

    private static final String PRIVATE_POST = """
        {"aweme_id":"7600000000000000001","desc":"for friends of hidden_one","author":{"unique_id":"hidden_one","secret":true},
         "statistics":{"play_count":5}}""";
    private static final String POST_WITH_CONTACTS = """
        {"aweme_id":"7600000000000000002","desc":"order: shop@example.com or WA 0812-3456-7890 #glasshair",
         "statistics":{"play_count":70},"poi":{"lat":-6.2,"lng":106.8,"city":"Town"}}""";

    private final LiveBench bench = new LiveBench();
    private final Compliance compliance = new KeptCompliance(bench.tenant, bench.database, () -> bench.now);

    @AfterEach
    void closeBench() {
        bench.close();
    }

    /// A source of this name that answers each question with the same page, through the given source's budgets.
    private record Answering(Source source, String name, String body) implements Source {

        @Override
        public String keyPrint() {
            return source.keyPrint();
        }

        @Override
        public Set<Feed> feeds() {
            return source.feeds();
        }

        @Override
        public List<Budget> budgets() {
            return source.budgets();
        }

        @Override
        public int worstCost(Ask ask) {
            return source.worstCost(ask);
        }

        @Override
        public int pageSize(Feed feed) {
            return source.pageSize(feed);
        }

        @Override
        public Answer ask(Ask ask) {
            return new Answer.Page(new Answer.Receipt(200, 1), FileFormat.ENSEMBLEDATA_POSTS,
                    body, null, false);
        }
    }

    private void answering(String name, String... posts) {
        String body = "{\"data\":{\"data\":[" + String.join(",", posts) + "]}}";
        UnaryOperator<Source> made = source -> new Answering(source, name, body);
        bench.sources = made;
        bench.database.transactions().run(bench.tenant, db -> db.sql("""
            insert into watch (source, feed, target, every_minutes, pages, added_at)
            values (?, 'hashtag', 'glasshair', 60, 3, ?)""").param(name)
                .param(bench.now.atOffset(ZoneOffset.UTC)).update());
    }

    private List<String> trail() {
        return compliance.log(AuditFilter.ALL, 10, 0).stream().map(ComplianceGuardTest::line).toList();
    }

    private static String line(AuditEntry entry) {
        return entry.actor() + " " + entry.action().label() + " " + entry.decision().label() + " " + entry.rule() + " "
                + entry.subject() + " " + new TreeMap<>(entry.counts());
    }

    @Test
    void anUnlistedSourceIsNeitherAskedNorPaid() {
        answering("some-scraper", POST_WITH_CONTACTS);

        assertThat(bench.round().requests()).isZero();

        assertThat(trail())
                .containsExactly("collector fetch denied unlisted some-scraper hashtag:glasshair {}");
        assertThat(bench.list("select count(*) from source_request", Long.class)).containsExactly(0L);
        assertThat(bench.list("select state || ' ' || note from sweep", String.class))
                .containsExactly("DONE The source some-scraper is in no terms policy, so it is denied.");
    }

    @Test
    void anUnlistedSourceIsAskedOnceTheTenantAllowsIt() {
        answering("some-scraper", POST_WITH_CONTACTS);
        compliance.allow("some-scraper", "its owner agreed in writing", "hand");

        assertThat(bench.round().requests()).isEqualTo(1);

        assertThat(trail()).contains("hand rule changed allowed some-scraper {}");
        assertThat(bench.rows(Collected.OBSERVATION, "SELECT source || ' ' || views FROM %s"))
                .containsExactly("some-scraper 70");
    }

    @Test
    void aListedSourceThatTheTenantDeniesIsNotAsked() {
        answering("ensembledata", POST_WITH_CONTACTS);
        compliance.deny("ensembledata", "the contract ended", "hand");

        assertThat(bench.round().requests()).isZero();

        assertThat(trail()).first().isEqualTo("collector fetch denied tenant rule ensembledata hashtag:glasshair {}");
    }

    @Test
    void aSourceOfWhichEveryVisitIsDeniedKeepsNoOtherFromBeingAsked() {
        compliance.deny("ensembledata", "the contract ended", "hand");
        bench.watch("ensembledata", "hashtag:" + LiveBench.busiest(), 10);
        bench.round();
        bench.now = bench.now.plus(Duration.ofHours(2));
        bench.watch("tiktok-research", "hashtag:" + LiveBench.busiest(), 10);

        assertThat(bench.round().pages()).isPositive();

        assertThat(bench.live().plans().renew()).extracting(plan -> plan.source()).contains("ensembledata");
    }

    @Test
    void aPrivateAccountLeavesNoTraceButTheRefusal() {
        answering("ensembledata", PRIVATE_POST);

        assertThat(bench.round().taken().items()).isZero();

        assertThat(trail()).containsExactly(
                "collector store denied private-account ensembledata hashtag:glasshair page 1 {items=1}");
        assertThat(bench.rows(AnswerDataset.ANSWER, "SELECT body FROM %s"))
                .containsExactly("{\"data\":{\"data\":[]}}");
        assertThat(bench.dump()).doesNotContain("hidden_one", "7600000000000000001");
    }

    @Test
    void contactsAndExactPlacesAreInNeitherRowsNorRawAnswers() {
        answering("ensembledata", POST_WITH_CONTACTS);

        bench.round();

        assertThat(trail()).containsExactly("collector store cleaned contacts ensembledata hashtag:glasshair page 1"
                + " {e-mail=1, phone=1, place=2}");
        assertThat(bench.rows(Collected.VIDEO, "SELECT caption FROM %s"))
                .containsExactly("order: [e-mail] or WA [phone] #glasshair");
        assertThat(bench.dump()).doesNotContain("shop@example.com", "3456", "106.8").contains("Town");
    }

    @Test
    void anAnswerThatCameByBrowserIsCleanedBeforeItIsWritten() {
        bench.database.transactions().run(bench.tenant, db -> bench.inbox().put(db,
                new RawAnswer("creator-center own:me page 1", FileFormat.ENSEMBLEDATA_POSTS, "creator-center",
                        bench.now,
                        "{\"data\":{\"data\":[" + PRIVATE_POST + "," + POST_WITH_CONTACTS + "]}}"),
                "own:me", 1));

        assertThat(bench.list("select body from answer_inbox", String.class)).singleElement().asString()
                .contains("[e-mail]").doesNotContain("hidden_one", "shop@example.com", "106.8");
        assertThat(trail()).contains("browser store denied private-account creator-center own:me page 1 {items=1}");
    }

    @Test
    void whatIsAllowedIsCountedWithItsPurpose() {
        answering("ensembledata", POST_WITH_CONTACTS);

        bench.round();

        assertThat(compliance.allowances(1)).extracting(one -> one.action().label() + " " + one.source() + " "
                + one.rule() + " for " + one.purpose() + " " + one.times() + " " + one.items())
                .containsExactly(
                        "fetch ensembledata policy ensembledata for trend analysis of public posts 1 0",
                        "store ensembledata policy ensembledata for trend analysis of public posts 1 1");
    }

    @Test
    void theApplicationCanNeitherChangeNorDeleteTheTrail() {
        answering("some-scraper", POST_WITH_CONTACTS);
        bench.round();

        for (String sql : List.of("update audit_trail set rule = 'x'", "delete from audit_trail")) {
            assertThatThrownBy(() -> bench.database.transactions().run(bench.tenant, db -> db.sql(sql).update()))
                    .hasStackTraceContaining("permission denied");
        }
        assertThat(bench.list("select forget_audit('2100-01-01')", Long.class)).containsExactly(0L);
        assertThat(trail()).hasSize(1);
    }
}
