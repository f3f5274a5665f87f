package dev.upswell.server.app;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.collect.ImportOptions;
import dev.upswell.server.collect.ImportSource;
import dev.upswell.server.commerce.CommerceDatasets;
import dev.upswell.server.mapping.ColumnMapping;
import dev.upswell.server.setting.Setting;
import dev.upswell.server.setting.Settings;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.trend.MetricDataset;
import dev.upswell.server.trend.MetricRepository;
import dev.upswell.server.web.ShellSettings.Launcher;
import dev.upswell.simulate.SimulatedWorld;
import dev.upswell.simulate.WorldSettings;
import dev.upswell.simulate.WorldSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The small simulated world as a tenant that questions are asked about: fourteen days taken in, measured, foretold and scored, as it
/// was six minutes after their end.
///
/// **cost** two minutes or more on two cores
final class QuestionWorld {

    /// Equal on every machine: that of the demo.
    static final WorldSettings WORLD = WorldSettings.of(WorldSize.SMALL, 1);

    /// When the questions are asked.
    static final Instant NOW = WORLD.end().plus(Duration.ofMinutes(6));

    private static final String OWNERS_EXPORT = """
        kind: video
        id: "Video ID"
        observed-at: "Exported at"
        source: sim-studio
        completion-rate: "Watched full video (%)"
        average-watch: "Average watch time (s)"
        retention-3s: "Retention at 3 s (%)"
        retention-5s: "Retention at 5 s (%)"
        rewatch-ratio: "Rewatch rate (%)"
        profile-views: "Profile views"
        link-clicks: "Link clicks"
        new-followers: "New followers"
        """;

    final OpenWorkplace workplace;

    private QuestionWorld(OpenWorkplace workplace) {
        this.workplace = workplace;
    }

    /// The world in the store that all tests share, as a tenant of its own.
    static QuestionWorld made(Path folder) {
        var workplace = new OpenWorkplace(
                Settings.read(folder, Map.of(),
                        Map.of(Setting.FORECAST_EVERY_HOURS, "6", Setting.FORECAST_NETWORK, "off")),
                TestDatabase.shared(), TestDatabase.newTenant(), InstantSource.fixed(NOW), Launcher.usual());
        return in(workplace, folder);
    }

    /// The world in a place that is empty.
    static QuestionWorld in(OpenWorkplace workplace, Path folder) {
        SimulatedWorld world = SimulatedWorld.of(WORLD);
        TenantId tenant = workplace.tenant();
        take(workplace, written(folder.resolve("videos.jsonl"), world::writeVideos), ImportOptions.AUTO);
        take(workplace, written(folder.resolve("observations.csv"), world::writeObservations), ImportOptions.AUTO);
        take(workplace, written(folder.resolve("studio.csv"), world::writeStudioExport),
                new ImportOptions(null, null, ColumnMapping.parse("of owners", OWNERS_EXPORT, null)));
        workplace.forecasting().metrics().computeDue(tenant, (done, due) -> {
        });
        workplace.forecasting().forecasts().training().train(tenant, WORLD.end(), (done, total) -> {
        });
        workplace.forecasting().forecasts().predicting().predict(tenant, WORLD.end(), (done, total) -> {
        });
        workplace.scoring().videoScores().keepUp(WORLD.end());
        workplace.scoring().scorecards().run(WORLD.end());
        return new QuestionWorld(workplace);
    }

    @FunctionalInterface
    private interface Content {
        long writeTo(Appendable out) throws IOException;
    }

    private static Path written(Path file, Content content) {
        try (Writer writer = Files.newBufferedWriter(file)) {
            content.writeTo(writer);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(OpenWorkplace workplace, Path file, ImportOptions options) {
        workplace.collecting().importer().importFile(workplace.tenant(), ImportSource.of(file), options,
                (rows, bytes, total) -> {
                });
    }

    /// Answers a question's SQL: what begins with `tables:` from the tables, all else from the lake.
    ///
    /// Over the lake `metric` holds each window once as it was computed last, `video` each video once with what any source said
    /// of it, `observation` and `video_viewing` all that was told.
    ///
    /// @return rows of texts and numbers, as [#cell] writes them
    List<List<String>> rows(String sql) {
        return sql.startsWith("tables:") ? tables(sql.substring("tables:".length())) : lake(sql);
    }

    private List<List<String>> tables(String sql) {
        return workplace.database().transactions().call(workplace.tenant(),
                db -> db.sql(sql).query((row, number) -> cells(row)).list());
    }

    private List<List<String>> lake(String sql) {
        Database database = workplace.database();
        try (LakeSession session = database.lake().open(workplace.tenant())) {
            view(session, "metric", MetricRepository.newestOf(session.scan(MetricDataset.METRIC), "true"));
            view(session, "observation", session.scan(Collected.OBSERVATION));
            view(session, "video_viewing", session.scan(CommerceDatasets.VIDEO_VIEWING));
            view(session, "video", "(SELECT video_id, max(creator) AS creator, max(sound) AS sound, max(hashtags) AS"
                    + " hashtags, max(created_at) AS created_at, max(duration_ms) AS duration_ms, max(caption) AS caption"
                    + " FROM " + session.scan(Collected.VIDEO) + " GROUP BY video_id)");
            List<List<String>> rows = new ArrayList<>();
            try (Statement statement = session.connection().createStatement();
                    ResultSet row = statement.executeQuery(sql)) {
                while (row.next()) {
                    rows.add(cells(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new AssertionError(sql, e);
        }
    }

    private static void view(LakeSession session, String name, String relation) {
        session.execute("CREATE OR REPLACE TEMP VIEW " + name + " AS SELECT * FROM " + relation);
    }

    private static List<String> cells(ResultSet row) throws SQLException {
        List<String> cells = new ArrayList<>();
        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
            cells.add(cell(row.getObject(column)));
        }
        return cells;
    }

    /// Texts as they are, numbers with six digits that count, `-` where nothing is known.
    static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "-";
            case Double number -> number.isNaN() ? "-" : significant(number);
            case Float number -> significant(number.doubleValue());
            case BigDecimal number -> significant(number.doubleValue());
            default -> value.toString();
        };
    }

    private static String significant(double number) {
        return new BigDecimal(number).round(new MathContext(6)).stripTrailingZeros()
                .toPlainString();
    }
}
