package dev.upswell.server.live.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.live.RoundReport;
import dev.upswell.server.live.Watch;
import dev.upswell.server.sandbox.Fate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Hashtags that the Research API is asked for together.
class GroupedQueriesTest {

    private static final int HASHTAGS = 8;

    private final LiveBench bench = new LiveBench();
    private final List<String> hashtags = bench.sandbox.busiest(HASHTAGS);

    @AfterEach
    void closeBench() {
        bench.close();
    }

    /// Each hashtag at the Research API, where its last visit reached its end.
    private List<Watch> visited() {
        List<Watch> watches = new ArrayList<>();
        hashtags.forEach(name -> watches.add(bench.watch("tiktok-research", "hashtag:" + name, 20)));
        assertThat(bench.round().requests()).as("each alone at first").isEqualTo(HASHTAGS);
        bench.now = bench.now.plus(Duration.ofHours(1));
        return watches;
    }

    /// What a source said of videos at the present time.
    private List<String> readings(String source) {
        return bench.rows(Collected.OBSERVATION,
                "SELECT entity_id || ' ' || views FROM %s WHERE kind = 'video' AND source = 'sim-"
                        + source + "' AND observed_at = TIMESTAMP '" + bench.now.toString().replace("Z", "")
                        + "' ORDER BY 1");
    }

    /// What another provider says of the same hashtags, each asked for alone.
    private List<String> told() {
        hashtags.forEach(name -> bench.watch("ensembledata", "hashtag:" + name, 50));
        bench.round();
        return readings("ensembledata");
    }

    private List<String> requests() {
        return bench.list(
                "select page || ' ' || subject from source_request where source = 'tiktok-research' and asked_at >= '"
                        + bench.now + "' order by page",
                String.class);
    }

    private String group() {
        return bench.list(
                "select subject from source_request where source = 'tiktok-research' order by length(subject) desc limit 1",
                String.class).getFirst();
    }

    @Test
    void hashtagsThatCameToTheirEndAreOneQueryAndTellTheSame() {
        visited();

        RoundReport report = bench.round();

        assertThat(group().split(" ")).containsExactlyInAnyOrderElementsOf(
                hashtags.stream().map(name -> "hashtag:" + name).toList());
        assertThat(report.requests()).isLessThan(HASHTAGS).isEqualTo(requests().size());
        assertThat(requests()).hasSizeGreaterThan(1).allSatisfy(one -> assertThat(one).endsWith(group()));
        assertThat(report.done()).isEqualTo(HASHTAGS);
        assertThat(bench.live().watches().list()).allSatisfy(one -> {
            assertThat(one.last().state()).isEqualTo("DONE");
            assertThat(one.last().pages()).isEqualTo(requests().size());
        });
        assertThat(readings("tiktok-research")).isNotEmpty().isEqualTo(told());
        assertThat(bench.rows(AnswerDataset.ANSWER, "SELECT DISTINCT subject FROM %s WHERE subject LIKE '%% %%'"))
                .containsExactly(group());
    }

    @Test
    void theCostIsShared() {
        visited();
        bench.round();
        int together = requests().size();
        bench.database.transactions().run(bench.tenant,
                db -> db.sql("delete from sweep where begun_at < '" + bench.now + "'").update());

        assertThat(bench.live().plans().renew()).singleElement().satisfies(plan -> assertThat(plan.watches())
                .allSatisfy(one -> assertThat(one.unitsPerVisit()).isEqualTo((double) together / HASHTAGS)));
    }

    @Test
    void aKillBetweenPagesGoesOnAtTheCursorOfTheSameQuery() {
        visited();
        int[] asked = {0};
        bench.researches = source -> new Interrupted(source, _ -> {
            if (++asked[0] == 2) {
                throw new Killed();
            }
        });
        assertThatThrownBy(bench::round).isInstanceOf(Killed.class);
        bench.researches = source -> source;
        bench.watch("tiktok-research", "hashtag:newcomer", 1);

        bench.round();

        assertThat(bench.list("select subject from source_request where asked_at >= '" + bench.now
                + "' and page = 2", String.class)).as("asked, cut off, asked again").hasSize(2).containsOnly(group());
        assertThat(readings("tiktok-research")).isNotEmpty().isEqualTo(told());
    }

    @Test
    void whoseLeaderIsTakenOffTheListIsAskedForAgain() {
        List<Watch> watches = visited();
        int[] asked = {0};
        bench.researches = source -> new Interrupted(source, _ -> {
            if (++asked[0] == 2) {
                throw new Killed();
            }
        });
        assertThatThrownBy(bench::round).isInstanceOf(Killed.class);
        bench.researches = source -> source;
        String lead = bench.list("select watch_id::text from sweep where together is not null", String.class)
                .getFirst();
        Watch leader = watches.stream().filter(one -> one.id().toString().equals(lead)).findFirst().orElseThrow();

        bench.live().watches().remove(leader.id());
        RoundReport report = bench.round();

        assertThat(report.done()).isEqualTo(HASHTAGS - 1);
        assertThat(bench.list("select count(*) from sweep where state = 'OPEN'", Long.class)).containsExactly(0L);
    }

    @Test
    void whoseLeaderIsTakenOffTheListBeginAnewAndNotAtItsCursor() {
        visited();
        bench.sandbox.order(Fate.ANSWERED, Fate.ANSWERED, Fate.FAILING, Fate.FAILING, Fate.FAILING);
        assertThat(bench.round().broken()).isEqualTo(HASHTAGS);
        assertThat(bench.list("select count(*) from sweep where state = 'BROKEN' and cursor is not null", Long.class))
                .containsExactly((long) HASHTAGS);
        String lead = bench.list("select watch_id::text from sweep where together is not null", String.class)
                .getFirst();
        bench.live().deadLetters().replay(bench.live().deadLetters().list(10, 0).getFirst().id());
        bench.live().watches().remove(UUID.fromString(lead));

        assertThat(bench.round().done()).isEqualTo(HASHTAGS - 1);

        assertThat(requests()).filteredOn(one -> one.startsWith("1 ")).extracting(one -> one.split(" ").length - 1)
                .containsExactlyInAnyOrder(HASHTAGS, HASHTAGS - 1);
        assertThat(requests()).as("nobody alone").allMatch(one -> one.split(" ").length > 2);
    }

    @Test
    void twentyLongNamesOfAnyScriptAreOneQuery() {
        bench.moving = true;
        var chance = new SplittableRandom(36);
        for (int i = 0; i < 20; i++) {
            String thai = chance.ints(100, 'ก', 'ฮ').mapToObj(Character::toString).collect(Collectors.joining());
            bench.watch("tiktok-research", "hashtag:" + thai, 20);
        }
        bench.round();
        bench.now = bench.now.plus(Duration.ofHours(1));

        assertThat(bench.round().done()).isEqualTo(20);

        assertThat(requests()).singleElement().satisfies(one -> assertThat(one.split(" ")).hasSize(1 + 20));
    }

    @Test
    void aQueryThatFailsForGoodIsOneLetterAndEachIsAskedForAloneTheNextTime() {
        visited();
        bench.sandbox.order(Fate.FAILING, Fate.FAILING,
                Fate.FAILING);

        RoundReport broken = bench.round();

        assertThat(broken.broken()).isEqualTo(HASHTAGS);
        assertThat(bench.live().deadLetters().list(10, 0)).singleElement()
                .satisfies(letter -> assertThat(letter.subject()).isEqualTo(group()));

        bench.live().deadLetters().replay(bench.live().deadLetters().list(10, 0).getFirst().id());
        assertThat(bench.round().done()).as("taken up again").isEqualTo(HASHTAGS);

        bench.now = bench.now.plus(Duration.ofHours(1));
        bench.sandbox.order(Fate.FAILING, Fate.FAILING,
                Fate.FAILING);
        bench.round();
        bench.now = bench.now.plus(Duration.ofHours(1));
        bench.round();
        assertThat(requests()).hasSize(HASHTAGS).noneMatch(one -> one.endsWith(group()));
    }

    @Test
    void whatIsLargerThanItsPagesIsAskedForAlone() {
        hashtags.forEach(name -> bench.watch("tiktok-research", "hashtag:" + name, 20));
        bench.round();
        bench.database.transactions().run(bench.tenant,
                db -> db.sql(
                        "update sweep set cursor = 'more' where watch_id in (select id from watch where target = ?)")
                        .param(hashtags.getFirst()).update());
        bench.now = bench.now.plus(Duration.ofHours(1));

        bench.round();

        assertThat(requests()).contains("1 hashtag:" + hashtags.getFirst());
        assertThat(group().split(" ")).hasSize(HASHTAGS - 1);
    }
}
