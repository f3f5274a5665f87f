package dev.upswell.server.privacy;

import dev.upswell.server.collect.Collected;
import dev.upswell.server.store.Database;
import dev.upswell.server.store.Dataset;
import dev.upswell.server.store.Dataset.Column;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.suppress.JsonCut;
import dev.upswell.server.suppress.Mentions;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/// Rows of lake files that name a creator.
final class LakeErasureRepository {

    private static final String WORDS = "(SELECT list(word) FROM erased_word)";

    private final LakeSession lake;
    private final Named named;

    LakeErasureRepository(LakeSession lake, Named named) {
        this.lake = lake;
        this.named = named;
        lake.execute(Mentions.MACRO);
        fill("erased_word", named.words());
        fill("erased_video", named.videos());
    }

    private void fill(String table, Set<String> words) {
        lake.execute("CREATE OR REPLACE TEMP TABLE " + table + " (word VARCHAR)");
        try (DuckDBAppender to = lake.appender(table)) {
            for (String word : words) {
                to.beginRow().append(word).endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// Ids of videos that files of this dataset say are theirs.
    List<String> videos(Dataset dataset, List<LakeFile> files) {
        return texts("SELECT DISTINCT video_id FROM " + lake.relation(dataset, files) + " WHERE lower(creator) = "
                + literal(named.handle()));
    }

    /// Ids of videos that the lake says are theirs, set-aside ones too.
    static Set<String> videosOf(LakeSession lake, Database database, Named named) {
        Set<String> videos = new HashSet<>();
        var repository = new LakeErasureRepository(lake, named);
        for (Dataset dataset : List.of(Collected.VIDEO, Collected.HELD_VIDEO)) {
            videos.addAll(repository.videos(dataset, database.transactions().call(lake.tenant(),
                    db -> database.manifest().visible(db, dataset))));
        }
        return videos;
    }

    /// The rows of these files as JSON.
    ///
    /// @param naming whether only those that name them
    void rows(Dataset dataset, List<LakeFile> files, boolean naming, Consumer<String> line) {
        String all = "SELECT to_json(f)::VARCHAR AS said FROM " + lake.relation(dataset, files) + " f";
        String sql = naming ? "SELECT said FROM (" + all + ") WHERE " + mentions("said") : all;
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                line.accept(row.getString(1));
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// What the rules leave of a file.
    ///
    /// @param rows that go or change
    /// @param rest empty when nothing is left
    record Left(long rows, Optional<StagedFile> rest) {
    }

    /// What is left of this file; empty when it does not name them.
    Optional<Left> left(Dataset dataset, List<Rule> rules, LakeFile file) {
        String rows = lake.relation(dataset, List.of(file));
        String going = any(rules.stream().map(LakeErasureRepository.this::going).flatMap(Optional::stream).toList());
        List<String> texts = columns(rules, Rule.Deed.MASK, Rule.Deed.CUT);
        Set<String> documents = new HashSet<>(columns(rules, Rule.Deed.CUT));
        lake.execute("CREATE OR REPLACE TEMP TABLE cleared (written VARCHAR, rest VARCHAR)");
        for (String column : texts) {
            clear(rows, column, documents.contains(column));
        }
        List<String> nulled = columns(rules, Rule.Deed.NULL);
        List<String> touched = new ArrayList<>(List.of(going));
        texts.forEach(column -> touched.add("t.\"" + column + "\" IN (SELECT written FROM cleared)"));
        nulled.forEach(column -> touched.add(theirs(column)));
        long count = count("SELECT count(*) FROM " + rows + " t WHERE " + any(touched));
        if (count == 0) {
            return Optional.empty();
        }
        List<String> gone = new ArrayList<>(List.of(going));
        documents.forEach(column -> gone
                .add("t.\"" + column + "\" IN (SELECT written FROM cleared WHERE rest IS NULL)"));
        String kept = dataset.columns().stream().map(column -> kept(column, texts, nulled))
                .collect(Collectors.joining(", "));
        return Optional.of(new Left(count,
                lake.stage(dataset, "SELECT " + kept + " FROM " + rows + " t WHERE NOT " + any(gone))));
    }

    private static List<String> columns(List<Rule> rules, Rule.Deed... deeds) {
        return rules.stream().filter(rule -> List.of(deeds).contains(rule.deed()))
                .flatMap(rule -> rule.columns().stream()).toList();
    }

    private Optional<String> going(Rule rule) {
        return switch (rule.deed()) {
            case CREATOR -> Optional.of(isHandle(rule.column()));
            case VIDEO -> Optional.of(isVideo(rule.column()));
            case ENTITY -> Optional.of("(t.\"%1$s\" = 'creator' AND %2$s OR t.\"%1$s\" = 'video' AND %3$s)".formatted(
                    rule.columns().get(0), isHandle(rule.columns().get(1)), isVideo(rule.columns().get(1))));
            case SUBJECT -> Optional.of(mentions("t.\"" + rule.column() + '"'));
            case NAMING, WORDED, WATCHED, PACKED, CUT, BLANK, MASK, NULL, TRAIL, PROFILE, KEPT, FORGOTTEN,
                    MADE_ANEW, REWRITTEN ->
                Optional.empty();
        };
    }

    private String isHandle(String column) {
        return "lower(t.\"" + column + "\") = " + literal(named.handle());
    }

    private static String isVideo(String column) {
        return "t.\"" + column + "\" IN (SELECT word FROM erased_video)";
    }

    private String theirs(String column) {
        return "(" + isHandle(column) + " OR " + isVideo(column) + ")";
    }

    private String mentions(String expression) {
        return "CASE WHEN regexp_matches(lower(" + expression + "), " + literal(named.pattern())
                + ") THEN list_has_any(mentioned(" + expression + "), " + WORDS + ") ELSE false END";
    }

    private static String any(List<String> conditions) {
        return conditions.isEmpty()
                ? "false"
                : conditions.stream().map(one -> "coalesce(" + one + ", false)")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    private String kept(Column column, List<String> texts, List<String> nulled) {
        String quoted = column.quoted();
        if (texts.contains(column.name())) {
            return "coalesce((SELECT any_value(c.rest) FROM cleared c WHERE c.written = t." + quoted + "), t." + quoted
                    + ") AS " + quoted;
        }
        return nulled.contains(column.name())
                ? "CASE WHEN coalesce(" + theirs(column.name()) + ", false) THEN NULL ELSE t." + quoted + " END AS "
                        + quoted
                : "t." + quoted;
    }

    /// Notes what becomes of the texts of a column that name them.
    private void clear(String rows, String column, boolean document) {
        List<String> naming = texts("SELECT DISTINCT t.\"" + column + "\" FROM " + rows + " t WHERE "
                + mentions("t.\"" + column + '"'));
        try (DuckDBAppender to = lake.appender("cleared")) {
            for (String written : naming) {
                to.beginRow().append(written);
                Optional<String> rest = document
                        ? JsonCut.without(written, named.words())
                        : Optional.of(Mentions.without(written, named.words()));
                if (rest.isPresent()) {
                    to.append(rest.get()).endRow();
                } else {
                    to.appendNull().endRow();
                }
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /// How many rows of a file name them, whatever its columns.
    long traces(Path file) {
        return count("SELECT count(*) FROM (SELECT to_json(f)::VARCHAR AS said FROM read_parquet("
                + literal(file.toString()) + ") f) WHERE " + mentions("said"));
    }

    private List<String> texts(String sql) {
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (row.next()) {
                texts.add(row.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private long count(String sql) {
        try (PreparedStatement query = lake.connection().prepareStatement(sql);
                ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("files of the lake were not looked through for a name", "DuckDB",
                "Check free disk space and memory; the log has the cause.", cause);
    }
}
