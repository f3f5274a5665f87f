package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// What scripts and people rely on at the command line: the JSON shapes, the exit codes, and advice for every wrong use.
class CommandLineTest {

    private static final Terminal TERMINAL = new Terminal(
            Map.of("UPSWELL_FORECAST_MIN_ELIGIBLE", "4", "UPSWELL_FORECAST_EVERY_HOURS", "6"));

    @TempDir
    static Path folder;

    private static Path series;
    private static Said imported;

    @BeforeAll
    static void importSixteenDays() throws IOException {
        series = Files.writeString(folder.resolve("series.csv"), Readings.sixteenDays(7, 20_000) + """
            tag0,2025-03-01T00:00:00Z,20000
            tag0,2025-03-17T00:00:00Z,-1
            tag0,2025-03-17T00:00:00Z,lots
            """);
        imported = TERMINAL.json("import", series.toString());
        assertThat(TERMINAL.run("metrics").exitCode()).isZero();
    }

    @Test
    void importAccountsForEveryRowAndStoresNothingTwice() {
        JsonNode file = imported.json().at("/files/0");
        JsonNode again = TERMINAL.json("import", series.toString()).json().at("/files/0");

        assertThat(imported.json().propertyNames()).containsExactly("files", "seconds");
        assertThat(file.propertyNames()).contains("path", "format", "rowsRead", "stored", "duplicate", "quarantined",
                "entities", "from", "to");
        assertThat(file.get("path").asString()).isEqualTo(series.toString());
        assertThat(file.get("format").asString()).isEqualTo("hashtag-views");
        assertThat(file.get("rowsRead").asLong()).isEqualTo(1_283);
        assertThat(file.get("stored").asLong()).isEqualTo(1_280);
        assertThat(file.get("duplicate").asLong()).isEqualTo(1);
        assertThat(file.get("quarantined").toString()).isEqualTo("{\"bad-number\":1,\"negative-count\":1}");
        assertThat(file.get("entities").toString()).isEqualTo("{\"hashtag\":10}");
        assertThat(file.get("from").asString()).isEqualTo("2025-03-01T00:00:00Z");
        assertThat(file.get("to").asString()).isEqualTo("2025-03-16T21:00:00Z");
        assertThat(again.get("rowsRead").asLong()).isEqualTo(1_283);
        assertThat(again.get("stored").asLong()).isZero();
        assertThat(again.get("duplicate").asLong()).isEqualTo(1_281);
        assertThat(again.get("quarantined")).isEqualTo(file.get("quarantined"));
    }

    @Test
    void trendsHaveTheShapeThatScriptsRead() {
        JsonNode trends = TERMINAL.json("trends", "--top", "4").json();

        assertThat(trends.propertyNames()).containsExactly("at", "kind", "window", "rows");
        assertThat(trends.get("kind").asString()).isEqualTo("hashtag");
        assertThat(trends.get("window").asString()).isEqualTo("24h");
        assertThat(trends.get("rows")).hasSize(4);
        for (JsonNode row : trends.get("rows")) {
            assertThat(row.propertyNames()).contains("rank", "id", "name", "viewsGained", "viewGrowth", "momentum",
                    "emerging", "flags", "coverage");
            assertThat(row.propertyNames()).isSubsetOf("rank", "id", "name", "viewsGained", "viewGrowth", "momentum",
                    "momentumRank", "noveltyIndex", "velocity", "emerging", "flags", "coverage", "probability",
                    "interval", "why");
            assertThat(row.valueStream()).noneMatch(JsonNode::isNull);
            assertThat(row.get("emerging").isBoolean()).isTrue();
            assertThat(row.get("flags").isArray()).isTrue();
        }
        assertThat(trends.at("/rows/0/rank").asInt()).isEqualTo(1);
    }

    @Test
    void anotherKindOrHorizonIsForetoldWhenItIsSaid() {
        JsonNode trained = TERMINAL.json("train", "--horizon", "12h", "--at", "2025-03-16T21:00").json();
        JsonNode said = TERMINAL.json("predict", "--horizon", "12h", "--at", "2025-03-16T21:00", "--top", "1").json();

        assertThat(trained.get(0).get("entityKind").asString()).isEqualTo("hashtag");
        assertThat(trained.get(0).get("horizonHours").asInt()).isEqualTo(12);
        assertThat(said.at("/predictions/0/horizonHours").asInt()).isEqualTo(12);
        assertThat(TERMINAL.run("train", "--kind", "video").err())
                .contains("There are no view counts of videos yet.");
        assertThat(TERMINAL.run("predict", "--horizon", "7h").err())
                .contains("--horizon must be 6h, 12h, 24h or 48h");
    }

    @Test
    void evaluateComparesThePredictionsOfEveryTask() throws IOException {
        var terminal = new Terminal(Map.of("UPSWELL_FORECAST_MIN_ELIGIBLE", "4", "UPSWELL_FORECAST_EVERY_HOURS", "6"));
        String last = "2025-03-16T21:00";
        terminal.run("import",
                Files.writeString(folder.resolve("task.csv"), Readings.sixteenDays(7, 20_000)).toString());
        terminal.run("train", "--horizon", "12h", "--at", last);
        terminal.run("predict", "--horizon", "12h", "--at", last);
        StringBuilder later = new StringBuilder(Readings.HEADER);
        for (int tag = 0; tag < 10; tag++) {
            later.append("tag").append(tag).append(",2025-03-17T09:00:00Z,").append(9_000_000 + tag * 9_000)
                    .append('\n');
        }
        terminal.run("import", Files.writeString(folder.resolve("later.csv"), later).toString());

        JsonNode evaluated = terminal.json("evaluate").json();

        assertThat(evaluated.get("settled").asInt()).isEqualTo(10);
        assertThat(evaluated.at("/days/0/horizonHours").asInt()).isEqualTo(12);
    }

    @Test
    void driftHasTheShapeThatScriptsRead() {
        JsonNode trained = TERMINAL.json("train", "--horizon", "6h", "--at", "2025-03-14T00:00").json();
        Said said = TERMINAL.run("drift", "--horizon", "6h", "--top", "2");
        JsonNode reports = TERMINAL.json("drift", "--horizon", "6h", "--top", "3").json();

        assertThat(said.exitCode()).as(said.screen()).isZero();
        assertThat(said.out()).startsWith("hashtag/6h: ").contains("features drifted", "of the 24 h until",
                "missing then");
        assertThat(reports).hasSize(1);
        JsonNode report = reports.get(0);
        assertThat(report.get("model").asString()).isEqualTo(trained.get(1).get("id").asString());
        assertThat(report.get("asOf").asString()).as("the last cut before the last reading, which another test may add")
                .isIn("2025-03-16T18:00:00Z", "2025-03-18T00:00:00Z");
        assertThat(report.get("gravest")).hasSize(3);
        assertThat(report.at("/features/all").asInt()).isGreaterThan(50);
        assertThat(report.propertyNames()).contains("kind", "horizonHours", "family", "serving", "confirmed", "verdict",
                "windowHours", "rows", "reference", "errors");
        assertThat(TERMINAL.json("drift", "--kind", "video").json()).isEmpty();
        assertThat(TERMINAL.run("drift", "--kind", "video").out()).contains("Nothing can be compared yet");
    }

    @Test
    void aRetrainingThatWouldLearnNothingNewIsRefused() {
        Said none = TERMINAL.run("tasks", "retrain", "--kind", "sound");

        assertThat(none.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(none.err()).contains("No model of sound/24h serves yet.", "upswell train");
    }

    @Test
    void searchesForSettingsAreRunListedAndShown() throws IOException {
        var terminal = new Terminal(Map.of("UPSWELL_FORECAST_MIN_ELIGIBLE", "4", "UPSWELL_FORECAST_EVERY_HOURS", "1"));
        terminal.run("import",
                Files.writeString(folder.resolve("tuned.csv"), Readings.sixteenDays(7, 20_000)).toString());

        JsonNode found = terminal.json("tune", "--trials", "2", "--seed", "3").json();
        String id = found.get("id").asString();

        assertThat(found.at("/report/trees/trials")).hasSize(2);
        assertThat(found.at("/report/knownBy").asString()).isEqualTo("2025-03-16T21:00:00Z");
        assertThat(terminal.run("tune", "list").out()).contains(id.substring(0, 8), "hashtag/24h");
        assertThat(terminal.run("tune", "show", id.substring(0, 8)).out()).contains("boosted-trees: 2 candidates",
                "logistic: 2 candidates", "rounds ×");
        assertThat(terminal.run("tune", "show").err()).contains("the search to show is missing");
        assertThat(terminal.run("tune", "show", "zzz").err()).contains("There is no search zzz.", "upswell tune list");
        assertThat(terminal.run("tune", "--trials", "2", "--minutes", "1").exitCode()).isEqualTo(Cli.WRONG_USE);
    }

    @Test
    void trendsOfWhatIsNotWatchedAreAnEmptyTable() {
        JsonNode sounds = TERMINAL.json("trends", "--kind", "sound").json();

        assertThat(sounds.propertyNames()).containsExactly("kind", "window", "rows");
        assertThat(TERMINAL.run("trends", "--kind", "sound").out()).contains("upswell import FILE");
    }

    @Test
    void backtestHasTheShapeThatScriptsRead() throws IOException {
        Path predictions = folder.resolve("predictions.csv");

        Said said = TERMINAL.json("backtest", "--from", "2025-03-14", "--to", "2025-03-14T06:00", "--predictions",
                predictions.toString());

        assertThat(said.exitCode()).as(said.screen()).isZero();
        JsonNode backtest = said.json();
        assertThat(backtest.propertyNames()).contains("from", "to", "cuts", "pairs", "prevalence", "horizonHours",
                "models");
        assertThat(backtest.get("cuts").asInt()).isEqualTo(2);
        assertThat(backtest.get("pairs").asInt()).isEqualTo(20);
        assertThat(backtest.get("horizonHours").asInt()).isEqualTo(24);
        for (JsonNode model : backtest.get("models")) {
            assertThat(model.propertyNames()).contains("model", "auc", "prAuc", "prAucInterval", "precisionAt10",
                    "recallAt50", "brier", "ece");
            assertThat(model.get("prAucInterval")).hasSize(2);
            assertThat(model.valueStream()).noneMatch(JsonNode::isNull);
        }
        assertThat(Files.readAllLines(predictions)).hasSize(1 + 20 * backtest.get("models").size()).first()
                .isEqualTo("entity,cut,horizon_hours,probability,label,model");
    }

    @Test
    void judgeSetsTheNewestBacktestBesideTheOracle() throws IOException {
        Path predictions = folder.resolve("judged.csv");
        TERMINAL.json("backtest", "--from", "2025-03-14", "--to", "2025-03-14T06:00", "--predictions",
                predictions.toString());
        Path truth = Files.writeString(folder.resolve("truth.csv"), seer(Files.readAllLines(predictions)));

        JsonNode knowable = TERMINAL.json("judge", "--truth", truth.toString()).json();

        assertThat(knowable.get("pairs").asInt()).isEqualTo(20);
        assertThat(knowable.get("unmatched").asInt()).isZero();
        assertThat(knowable.at("/oracle/prAuc").asDouble()).isEqualTo(1);
        assertThat(knowable.get("models")).isNotEmpty().allSatisfy(model -> assertThat(
                model.at("/ofPrAuc/value").asDouble()).isEqualTo(model.get("prAuc").asDouble()));
        assertThat(TERMINAL.run("judge", "--truth", truth.toString()).out()).contains("the oracle", "boosted-trees",
                "90 % range");
    }

    @Test
    void judgeRefusesTheTruthOfAnotherWorldAndFilesThatAreNoTruth() throws IOException {
        TERMINAL.json("backtest", "--from", "2025-03-14", "--to", "2025-03-14T06:00");
        Path empty = Files.writeString(folder.resolve("other.csv"), "fact,kind,id,at,value\n");
        Path broken = Files.writeString(folder.resolve("broken.csv"), "shown_surge_probability,hashtag,a,2025,high\n");
        for (String file : List.of(empty.toString(), broken.toString(), folder.resolve("none.csv").toString())) {
            Said said = TERMINAL.run("judge", "--truth", file);

            assertThat(said.exitCode()).as(said.screen()).isEqualTo(Cli.FAILED);
            assertThat(said.err().lines().count()).as(said.err()).isEqualTo(2);
        }
    }

    /// A truth in which the oracle was sure of all that came.
    private static String seer(List<String> predictions) {
        StringBuilder truth = new StringBuilder("fact,kind,id,at,value\n");
        predictions.stream().skip(1).map(line -> line.split(",", -1)).forEach(row -> truth
                .append("shown_surge_probability,hashtag,%s,%s,%s%n".formatted(row[0], row[1], row[4])));
        return truth.toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"metrics", "models", "quarantine", "tenants", "doctor", "trends", "tasks", "alerts",
            "drift", "people", "accounts", "tokens", "audit"})
    void standardOutputIsOneDocumentUnderJson(String command) {
        assertThat(TERMINAL.json(command).json().isContainer()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"demo", "serve", "import", "metrics", "trends", "train", "predict", "models", "backtest",
            "judge", "simulate", "tasks", "alerts", "drift", "quarantine", "tenants", "doctor", "password",
            "people", "accounts", "tokens", "audit"})
    void everyCommandHasHelpOnStandardOutput(String command) {
        Said said = TERMINAL.run(command, "--help");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).startsWith("Usage: upswell " + command);
        assertThat(said.err()).isEmpty();
        assertThat(TERMINAL.run("--help").out()).contains("  " + command + " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trendz", "--nonsense", "trends --nonsense", "trends --top many", "trends --top 0",
            "trends --top -3", "trends --kind planets", "trends --at yesterday", "import", "import --format xml FILE",
            "import --observed-at noon FILE", "backtest --every 7h", "backtest --every soon", "simulate",
            "simulate --size huge --out x", "simulate --people --size large --out x",
            "simulate --people --change-on-day 3 --out x", "simulate --people", "simulate --change-on-day 15 --out x",
            "simulate --size small --out x --seed one", "models dance", "models show",
            "models promote", "accounts add", "accounts join mira", "tenants end", "tenants create",
            "tenants create Not/Valid", "trends --tenant nobody",
            "import --tenant No!Good FILE", "quarantine --limit 0", "quarantine --limit -1", "quarantine --offset -1",
            "quarantine --reason bored", "predict --top -1", "serve --port 99999", "serve --port -5",
            "metrics --from 2025-13-01", "trends extra"})
    void wrongUseIsExitCodeTwoWithAdvice(String line) {
        Said said = TERMINAL.run(line.replace("FILE", series.toString()).split(" "));

        assertThat(said.exitCode()).as(said.screen()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.out()).isEmpty();
        assertThat(said.err().lines().count()).as(said.err()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void sampleIsNotPouredIntoDataOfOnesOwn() {
        Said said = TERMINAL.run("demo", "--no-serve");

        assertThat(said.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains("data of your own").contains("folder or tenant of its own");
        assertThat(TERMINAL.json("import", series.toString()).json().at("/files/0/stored").asLong()).isZero();
    }

    @Test
    void fileCannotHaveBeenObservedInTheFuture() {
        Said said = TERMINAL.run("import", series.toString(), "--observed-at", "2062-01-01");

        assertThat(said.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(said.err()).contains("cannot have been observed at 2062-01-01").contains("not in the future");
    }

    @Test
    void doctorSaysWhatIsWrongWhereTheStoreDoesNotOpen() {
        Said said = Terminal.run(Map.of("UPSWELL_SERVER_PORT", "many"), "doctor");

        assertThat(said.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(said.out()).contains("✓ Java").contains("Data folder").contains("✗ Store").contains("server.port")
                .contains("docs/settings.md");
    }

    @Test
    void nextStepIsTypedAsThisRunWas() throws IOException {
        Path more = Files.writeString(folder.resolve("more.csv"),
                Readings.HEADER + "other,2025-03-18T00:00:00Z,5000\n");
        Said said = Terminal.run(Map.of("UPSWELL_PROGRAM", "./upswell"), "import", "--tenant", TERMINAL.tenant(),
                more.toString());

        assertThat(said.out()).contains("Next: ./upswell --tenant " + TERMINAL.tenant() + " metrics");
        assertThat(TERMINAL.run("import", folder.resolve("none.csv").toString()).out()).doesNotContain("Next:");
    }

    @Test
    void settingThatCannotBeUsedIsWrongUse() {
        Said said = Terminal.run(Map.of("UPSWELL_SERVER_PORT", "high"), "trends");

        assertThat(said.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains("UPSWELL_SERVER_PORT", "server.port cannot be \"high\"");
    }

    @Test
    void whatCannotBeDoneYetSaysWhatToDoFirst() {
        var newcomer = new Terminal();
        for (List<String> command : List.of(List.of("train"), List.of("predict"), List.of("backtest"),
                List.of("models", "show", "abc"), List.of("models", "rollback", "abc"))) {
            Said said = newcomer.run(command.toArray(String[]::new));

            assertThat(said.exitCode()).as(said.screen()).isEqualTo(Cli.FAILED);
            assertThat(said.err().lines().count()).as(said.err()).isEqualTo(2);
        }
        assertThat(newcomer.run("trends").out()).contains("upswell import FILE");
        assertThat(newcomer.run("metrics").out()).contains("Nothing was due.");
        assertThat(newcomer.run("quarantine").out()).contains("No row is in quarantine.");
    }

    @Test
    void folderThatCannotBeUsedIsSaid() {
        for (List<String> command : List.of(List.of("simulate", "--out", series.toString()),
                List.of("trends", "--data", series.toString()), List.of("demo", "--data", series.toString()))) {
            Said said = TERMINAL.run(command.toArray(String[]::new));

            assertThat(said.exitCode()).as(said.screen()).isEqualTo(Cli.FAILED);
            assertThat(said.err()).contains(series.toString());
            assertThat(said.err().lines().count()).as(said.err()).isEqualTo(2);
        }
    }

    @Test
    void predictionsFileThatCannotBeWrittenIsSaidBeforeTheWork() {
        Said said = TERMINAL.run("backtest", "--predictions", folder.resolve("no/such/folder.csv").toString());

        assertThat(said.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(said.err()).contains("cannot write");
    }
}
