package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.sandbox.Fate;
import dev.upswell.server.sandbox.Sandbox;
import dev.upswell.server.sandbox.SandboxSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Collecting as a person does it: by commands, from a sandbox.
class LiveCommandsTest {

    private static final SandboxSettings SETTINGS = SandboxSettings.usual(4, Terminal.NOW.plus(Duration.ofDays(6)));

    private static Sandbox sandbox;

    @BeforeAll
    static void start() {
        sandbox = Sandbox.start(SETTINGS, InstantSource.fixed(Terminal.NOW), 0).orElseThrow();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    private static Terminal terminal() {
        return new Terminal(Map.of("UPSWELL_ENSEMBLEDATA_URL", sandbox.address() + "/ensembledata",
                "UPSWELL_ENSEMBLEDATA_TOKEN", SandboxSettings.TOKEN, "UPSWELL_ENSEMBLEDATA_UNITS_PER_DAY", "7"));
    }

    @Test
    void whatIsWatchedIsCollectedAndMeasured() {
        Terminal terminal = terminal();
        String hashtag = sandbox.busiest(1).getFirst();

        Said added = terminal.run("watch", "add", "hashtag:" + hashtag, "--every", "30m");
        JsonNode collected = terminal.json("collect", "--once").json();
        Said again = terminal.run("collect", "--once");

        assertThat(added.out()).contains("ensembledata is asked for hashtag:" + hashtag + " every 30 minutes",
                "collect --once");
        assertThat(collected.at("/pages").asInt()).isPositive();
        assertThat(collected.at("/done").asInt()).isEqualTo(1);
        assertThat(collected.at("/taken/stored").asInt()).isPositive()
                .isEqualTo(collected.at("/taken/items").asInt());
        assertThat(again.out()).startsWith("0 requests, 0 pages");
        assertThat(terminal.run("metrics").exitCode()).isZero();
        assertThat(terminal.run("watch").out()).contains("hashtag:" + hashtag, "done, ");
        assertThat(terminal.run("watch", "remove", "hashtag:" + hashtag).exitCode()).isZero();
        assertThat(terminal.run("watch").out()).contains("Nothing is watched.");
    }

    @Test
    void sourcesTellTheirBudgetsAndWhatIsPlanned() {
        Terminal terminal = terminal();
        terminal.run("watch", "add", "keyword:the", "--every", "1h", "--pages", "2");
        terminal.run("collect", "--once");

        JsonNode source = terminal.json("sources").json().valueStream()
                .filter(one -> one.get("name").asString().equals("ensembledata")).findFirst().orElseThrow();

        assertThat(source.at("/budgets/0/used").asInt()).isEqualTo(2);
        assertThat(source.at("/budgets/0/budget/limit").asInt()).isEqualTo(7);
        assertThat(source.at("/budgets/0/plannedPerDay").asDouble()).isBetween(0.0, 7.0);
        assertThat(terminal.run("sources").out()).contains("tiktok-research", "none")
                .doesNotContain(SandboxSettings.TOKEN);
    }

    @Test
    void contactsInWhatIsStoredAreLookedFor() {
        Terminal terminal = terminal();

        assertThat(terminal.run("compliance", "clean", "--dry-run").out()).contains("own_asset", "names",
                "0 rows hold contacts; nothing was changed.");
        assertThat(terminal.run("compliance", "clean").out()).contains("Contacts were taken out of 0 rows");
    }

    @Test
    void whatAdsBroughtIsListed() {
        Terminal terminal = terminal();

        assertThat(terminal.run("commerce", "ads").out()).contains("Nothing is known");
        assertThat(terminal.run("commerce", "buyers").err()).contains("there are no facts buyers",
                "results, ads, orders");
    }

    @Test
    void whatCannotBePaidIsPlannedAndToldAndCeilingsAreSet() {
        Terminal terminal = terminal();
        String hashtag = "hashtag:" + sandbox.busiest(1).getFirst();
        terminal.run("watch", "add", hashtag, "--every", "15m");
        Said own = terminal.run("watch", "add", "creator:some.one", "--kind", "own", "--priority", "high");
        terminal.run("collect", "--once");

        Said planned = terminal.run("watch", "plan");
        Said changed = terminal.run("watch", "change", hashtag, "--no-pin", "--pages", "2");
        Said limited = terminal.run("sources", "limit", "ensembledata", "--per-day", "4", "--price", "0.01",
                "--currency", "eur", "--money-per-month", "1.50");

        assertThat(own.out()).contains("as often as the plan chooses");
        assertThat(planned.out()).contains("of 7 used", "What is pinned cannot all be paid", "pinned, cannot be paid");
        assertThat(changed.out()).contains(hashtag + " as often as the plan chooses, up to 2 pages");
        assertThat(limited.out()).contains("4 units a day", "150 units a month");
        assertThat(terminal.run("sources").out()).contains("your ceiling");
        assertThat(terminal.run("watch", "add", "hashtag:x", "--kind", "own").err())
                .contains("cannot be watched as own");
        assertThat(terminal.run("watch", "add", "hashtag:x", "--priority", "urgent").err())
                .contains("There is no priority urgent");
        assertThat(terminal.run("sources", "limit", "ensembledata", "--money-per-month", "5").err())
                .contains("belong together");
        assertThat(terminal.run("sources", "limit", "echo", "--per-day", "5").err())
                .contains("There is no source echo");
    }

    @Test
    void whatFailedForGoodIsListedAndReplayed() {
        Terminal terminal = terminal();
        terminal.run("watch", "add", "keyword:the", "--pages", "1");
        sandbox.order(Fate.MALFORMED, Fate.MALFORMED, Fate.MALFORMED);

        Said broken = terminal.run("collect", "--once");
        Said listed = terminal.run("dead-letters");
        String id = terminal.json("dead-letters").json().at("/0/id").asString();

        assertThat(broken.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(broken.out()).contains("1 broken", "dead-letters");
        assertThat(listed.out()).contains("1 dead letters", "keyword:the", "malformed", id.substring(0, 8));
        assertThat(terminal.run("dead-letters", "show", id.substring(0, 6)).out()).contains("{\"data\"");
        assertThat(terminal.run("dead-letters", "replay", "all").out()).contains("Taken up again: 1");
        assertThat(terminal.run("collect", "--once").out()).contains("1 pages");
        assertThat(terminal.run("dead-letters").out()).contains("There is no dead letter.");
        assertThat(terminal.run("dead-letters", "drop", "--source", "ensembledata").out()).contains("Dropped: 0.");
        assertThat(terminal.run("dead-letters", "drop").err()).contains("which dead letter?");
        assertThat(terminal.run("dead-letters", "drop", id, "--reason", "fault").err())
                .contains("either an ID or a filter");
        assertThat(terminal.run("replay", "--all", "--source", "sim-ensembledata").out())
                .startsWith("1 answers read again: 0 items stored");
        assertThat(terminal.run("replay", "--from", "2020-01-01", "--until", "2020-01-02").out())
                .startsWith("0 answers");
        assertThat(terminal.run("replay", "list").out()).contains("sim-ensembledata", "2020-01-02T00:00:00Z", "done");
        assertThat(terminal.run("replay", "--run", "2020-01-01").err()).contains("There is no run of ingestion");
    }

    @Test
    void whatWaitsIsStoredThoughNothingCanBeAsked() {
        Terminal keyless = new Terminal();
        String sql = """
            insert into answer_inbox (id, source, format, subject, page, body, answered_at)
            values (gen_random_uuid(), 'sim-ensembledata', 'ensembledata-posts', 'hashtag:x', 1, '{"data":[]}', now())""";
        try (OpenWorkplace workplace = keyless.workplace()) {
            workplace.database().transactions().run(workplace.tenant(), db -> db.sql(sql).update());
        }

        assertThat(keyless.json("collect", "--once").json().at("/taken/answers").asInt()).isEqualTo(1);
        assertThat(keyless.run("collect", "--once").err()).contains("no source has a key");
    }

    @Test
    void theLastNoteOfAWatchIsShown() {
        Terminal terminal = terminal();
        terminal.run("watch", "add", "creator:nobody.at.all");
        terminal.run("collect", "--once");

        assertThat(terminal.run("watch").out()).contains("HTTP 463: User not found");
    }

    @Test
    void ofTwoLettersOfOneWatchOneIsTakenUpAndTheOtherWaits() {
        Terminal terminal = terminal();
        terminal.run("watch", "add", "keyword:the", "--pages", "1");
        sandbox.order(Fate.MALFORMED, Fate.MALFORMED, Fate.MALFORMED);
        terminal.run("collect", "--once");
        String sql = """
            with later as (insert into sweep (tenant_id, watch_id, slot, state, note, begun_at, ended_at)
                select tenant_id, watch_id, slot + interval '1 hour', state, note, begun_at, ended_at from sweep
                returning tenant_id, id)
            insert into dead_letter (tenant_id, sweep_id, source, subject, page, reason, detail, tries, died_at)
            select later.tenant_id, later.id, d.source, d.subject, d.page, d.reason, d.detail, d.tries, d.died_at
            from dead_letter d, later""";
        try (OpenWorkplace workplace = terminal.workplace()) {
            workplace.database().transactions().run(workplace.tenant(), db -> db.sql(sql).update());
        }

        Said replayed = terminal.run("dead-letters", "replay", "all");

        assertThat(replayed.exitCode()).isZero();
        assertThat(replayed.out()).contains("Taken up again: 1, waiting: 1", "visited anew");
    }

    @Test
    void wrongUseIsToldWithAdvice() {
        Terminal keyless = new Terminal();
        Terminal terminal = terminal();

        assertThat(keyless.run("collect", "--once").err()).contains("no source has a key", "sandbox");
        assertThat(terminal.run("collect", "--once").err()).contains("nothing is watched", "watch add");
        assertThat(terminal.run("collect").exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(terminal.run("watch", "add", "glasshair").err()).contains("must be FEED:TARGET",
                "hashtag:glasshair");
        assertThat(terminal.run("watch", "add", "video:abc").exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(terminal.run("watch", "add", "hashtag:x", "--every", "5m").err()).contains("15 to 10080 minutes");
        assertThat(terminal.run("watch", "add", "hashtag:x", "--source", "echo").err())
                .contains("There is no source echo", "apify, ensembledata, ");
        assertThat(terminal.run("watch", "remove", "hashtag:x").err()).contains("is not asked for hashtag:x");
        assertThat(terminal.run("dead-letters", "drop", "123").err()).contains("no dead letter 123");
        assertThat(terminal.run("sandbox", "--fault", "tired=5").exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(new Terminal(Map.of("UPSWELL_ENSEMBLEDATA_URL", "http://provider.example/apis"))
                .run("sources").err()).contains("ensembledata.url cannot be");
    }

    @Test
    void theSandboxTellsHowToCollectFromIt() throws InterruptedException {
        AtomicReference<Said> said = new AtomicReference<>();
        Thread stopped = Thread.ofPlatform().start(() -> {
            // Stopped before it waits, as by Ctrl+C.
            Thread.currentThread().interrupt();
            said.set(new Terminal().run("sandbox", "--port", "0", "--fault", "throttled=5"));
        });
        stopped.join(Duration.ofSeconds(60));

        assertThat(said.get().out()).contains("The sandbox answers at http://127.0.0.1:",
                "export UPSWELL_ENSEMBLEDATA_TOKEN=sandbox-token", "watch add hashtag:", "sim-ensembledata");
    }
}
