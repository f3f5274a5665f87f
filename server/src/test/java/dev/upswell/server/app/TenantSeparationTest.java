package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.cli.Serving;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.web.SiteClient;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Two tenants with the same hashtags and different numbers: what one of them sees is the same before and after the other
/// imports, computes, trains, predicts and judges, in every endpoint, page, export and command.
@Tag("slow")
class TenantSeparationTest {

    private static final Map<String, String> SETTINGS = Map.of("UPSWELL_FORECAST_MIN_ELIGIBLE", "4",
            "UPSWELL_FORECAST_EVERY_HOURS", "6");
    private static final String MARKER = "zztheirs";
    private static final List<String> PAGES = List.of("/", "/welcome", "/data", "/data?file=" + MARKER + ".csv",
            "/trends", "/trends?kind=sound", "/entities/hashtag/tag3", "/entities/hashtag/" + MARKER,
            "/metrics/hashtag/tag3", "/metrics/hashtag/" + MARKER, "/models", "/models/evaluation", "/models/exchange",
            "/models/retrospectives", "/videos", "/creators", "/creators/weights", "/creators/compare", "/agents",
            "/agents/events", "/sources", "/sources/watches",
            "/sources/keys", "/sources/sessions", "/compliance",
            "/data/quality", "/sources/commerce", "/access", "/api", "/reports", "/reports/branding");
    private static final List<String> EXPORTS = List.of("/api/v1/trends?format=csv",
            "/trends?format=csv", "/metrics/hashtag/tag3?format=csv", "/videos?format=csv", "/creators?format=csv",
            "/models/evaluation?format=csv", "/reports?format=csv", "/actions?format=csv", "/themes?format=csv",
            "/api/v1/entities/hashtag/tag3/metrics?format=csv",
            "/api/v1/entities/hashtag/tag3/observations?format=csv");
    private static final List<List<String>> COMMANDS = List.of(List.of("trends"), List.of("trends", "--json"),
            List.of("models"), List.of("models", "--json"), List.of("quarantine"), List.of("quarantine", "--json"),
            List.of("mappings"),
            List.of("models", "history"), List.of("models", "shadow"), List.of("tasks"), List.of("alerts"),
            List.of("reach"),
            List.of("evaluate"), List.of("metrics"), List.of("doctor"));

    @TempDir
    Path folder;

    private final Terminal ours = new Terminal(SETTINGS);
    private final Terminal theirs = new Terminal(SETTINGS);

    @Test
    void whatOneTenantDoesIsSeenNowhereByAnother() throws IOException {
        work(ours, file("ours.csv", Readings.sixteenDays(7, 20_000) + "tag1,2025-03-01T00:00:00Z,few\n"));
        try (OpenWorkplace workplace = ours.workplace(); Serving.Running server = workplace.serving().start(0)) {
            var site = new SiteClient(URI.create(server.url()).getPort());
            List<String> endpoints = endpoints(site);
            awaitRest(site);
            Map<String, String> before = seen(site, endpoints);

            Path secret = file(MARKER + ".csv", Readings.sixteenDays(8, 900_000) + Readings.sixteenDays(9, 40_000)
                    .lines().filter(row -> row.startsWith("tag1,")).map(row -> row.replace("tag1,", MARKER + ","))
                    .reduce("", (a, b) -> a + b + "\n") + MARKER + ",2025-03-01T00:00:00Z,few\n");
            work(theirs, secret);

            assertThat(seen(site, endpoints)).isEqualTo(before);
            assertThat(before.get("/entities/hashtag/" + MARKER)).startsWith("404");
            assertThat(before.get("/trends")).contains("tag3");
            assertThat(before.get("quarantine")).contains("ours.csv");
            assertThat(before.get("/api/v1/outcomes")).contains("tag3");
            assertTheirsAreNotFound(site);
            assertThat(theirs.run("trends").out()).contains(MARKER);
            JsonNode copied = ours.json("import", secret.toString()).json().at("/files/0");
            assertThat(copied.get("stored").asLong()).isEqualTo(copied.get("rowsRead").asLong() - 1);
        }
        assertEveryTableIsClosed();
    }

    /// Until no agent of ours is at work any more: what they end afterwards would look like another's doing.
    private static void awaitRest(SiteClient site) {
        long start = System.nanoTime();
        while (text(site.page("/agents")).contains(">running<")) {
            assertThat(System.nanoTime() - start).as("an agent is still at work").isLessThan(60_000_000_000L);
            Thread.onSpinWait();
        }
    }

    /// Everything a tenant can do, so that every table has rows of its own.
    private static void work(Terminal terminal, Path file) {
        for (List<String> command : List.of(List.of("import", file.toString()), List.of("metrics"),
                List.of("train", "--at", "2025-03-14"), List.of("predict", "--at", "2025-03-14"), List.of("predict"),
                List.of("evaluate"), List.of("backtest", "--from", "2025-03-14", "--to", "2025-03-14T06:00"))) {
            Terminal.Said said = terminal.run(command.toArray(String[]::new));
            assertThat(said.exitCode()).as(said.screen()).isZero();
        }
    }

    /// All addresses that answer questions, from the description of the interface itself.
    private static List<String> endpoints(SiteClient site) {
        JsonNode paths = JsonMapper.shared().readTree(site.json("/v3/api-docs").body()).get("paths");
        List<String> found = new ArrayList<>();
        for (String path : new TreeSet<>(paths.propertyNames())) {
            if (paths.get(path).has("get")) {
                found.add(path.replace("{kind}", "hashtag").replace("{id}", "tag3").replace("{job}", "ingestion")
                        .replace("{name}", "clips").replace("{creator}", "anna").replace("{video}", "73")
                        .replace("{version}", "feature_set_v2").replace("{client}", "acme").replace("{handle}", "anna")
                        .replace("{from}", "tag1").replace("{to}", "tag2").replace("{format}", "pdf")
                        .replace("{person}", "anna").replace("{videoId}", "73")
                        .replace("{number}", "1").replace("{other}", "1").replace("{purpose}", "narrative"));
                // What is asked here is in the audit itself: only what the other tenant asks for must not be.
                found.replaceAll(
                        address -> address.equals("/api/v1/audit") ? address + "?q=" + MARKER + ".csv" : address);
            }
        }
        assertThat(found).noneMatch(address -> address.contains("{"));
        assertThat(found).contains("/api/v1/trends", "/api/v1/predictions", "/api/v1/outcomes", "/api/v1/imports",
                "/api/v1/quarantine", "/api/v1/sources", "/api/v1/models", "/api/v1/backtests/latest",
                "/api/v1/entities/hashtag/tag3/observations").hasSizeGreaterThanOrEqualTo(12);
        return found;
    }

    private Map<String, String> seen(SiteClient site, List<String> endpoints) {
        Map<String, String> seen = new LinkedHashMap<>();
        PAGES.forEach(path -> seen.put(path, text(site.page(path))));
        endpoints.forEach(path -> seen.put(path, text(site.json(path))));
        EXPORTS.forEach(path -> seen.put(path, text(site.json(path))));
        COMMANDS.forEach(command -> seen.put(String.join(" ", command),
                ours.run(command.toArray(String[]::new)).out().replaceAll("[0-9.]+ GB free|\"seconds\".*", "")));
        return seen;
    }

    private static String text(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.uri() + "\n" + answer.body()).isLessThan(500);
        return answer.statusCode() + " " + answer.body();
    }

    private void assertTheirsAreNotFound(SiteClient site) {
        List<String> models = theirs.json("models").json().valueStream().map(model -> model.get("id").asString())
                .toList();
        List<UUID> imports = TestDatabase.asOwner(db -> db
                .sql("select id from import_run where file_name like ?").param(MARKER + "%").query(UUID.class).list());
        assertThat(models).isNotEmpty();
        assertThat(imports).isNotEmpty();
        for (String model : models) {
            assertThat(site.json("/api/v1/models/" + model).statusCode()).isEqualTo(404);
            assertThat(site.page("/models/" + model).statusCode()).isEqualTo(404);
            assertThat(ours.run("models", "show", model).exitCode()).isNotZero();
            assertThat(ours.run("models", "promote", model).exitCode()).isNotZero();
        }
        List<UUID> backtests = TestDatabase.asOwner(db -> db.sql("""
            select id from backtest_run b join tenant t using (tenant_id) where t.name = ?""").param(theirs.tenant())
                .query(UUID.class).list());
        assertThat(backtests).isNotEmpty();
        for (UUID id : backtests) {
            assertThat(site.json("/api/v1/backtests/" + id).statusCode()).isEqualTo(404);
            assertThat(site.json("/api/v1/backtests/" + id + "/predictions").statusCode()).isEqualTo(404);
        }
        for (UUID id : imports) {
            assertThat(site.json("/api/v1/imports/" + id).statusCode()).isEqualTo(404);
        }
    }

    /// The application's role, connected directly without a tenant, reads every table empty although both have rows.
    private static void assertEveryTableIsClosed() {
        List<String> tables = TestDatabase.asOwner(TenantSeparationTest::tables);
        List<String> filled = TestDatabase
                .asOwner(db -> tables.stream().filter(table -> rows(db, table) > 0).toList());
        assertThat(filled).contains("entity", "import_run", "quarantine", "source", "lake_file", "metric_run",
                "model_record", "model_transition", "prediction", "outcome", "daily_evaluation", "evaluation_mark",
                "feature_latest", "backtest_run", "event_log", "tenant");
        TestDatabase.asApplication(db -> {
            for (String table : tables) {
                assertThat(rows(db, table)).as(table).isZero();
            }
            return null;
        });
    }

    private static List<String> tables(JdbcClient db) {
        return db.sql("""
            select relname from pg_class where relkind in ('r', 'p', 'v', 'm') and relnamespace = 'public'::regnamespace
            and relname <> 'flyway_schema_history' order by relname""").query(String.class).list();
    }

    private static long rows(JdbcClient db, String table) {
        return db.sql("select count(*) from " + table).query(Long.class).single();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
