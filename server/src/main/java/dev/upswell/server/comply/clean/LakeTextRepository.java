package dev.upswell.server.comply.clean;

import dev.upswell.server.comply.Cleaning.Texts;
import dev.upswell.server.comply.ContactText;
import dev.upswell.server.comply.Findings;
import dev.upswell.server.store.Dataset.Column;
import dev.upswell.server.store.LakeFile;
import dev.upswell.server.store.LakeSession;
import dev.upswell.server.store.StagedFile;
import dev.upswell.server.store.StoreException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/// Texts in files of the lake that hold contacts.
final class LakeTextRepository {

    /// What the cleaner looks at all; it decides.
    private static final String SUSPECT = "regexp_matches(%1$s, '[@＠]') OR regexp_matches(%1$s, '(\\p{Nd}[^\\p{Nd}]*){7}')";
    private static final String REPLACED = "contact_text";

    private final LakeSession lake;
    private final Texts texts;

    LakeTextRepository(LakeSession lake, Texts texts) {
        this.lake = lake;
        this.texts = texts;
    }

    /// What was found in a file.
    ///
    /// @param rows with a contact
    record Found(long rows, Findings findings) {
    }

    /// What is in this file; empty when nothing has to be taken out. What [#stage] does rests on it.
    Optional<Found> find(LakeFile file) {
        Findings findings = new Findings();
        Map<String, String> clean = new HashMap<>();
        for (String column : texts.columns()) {
            for (String text : suspects(file, column)) {
                String cleaned = ContactText.cleaned(text, findings);
                if (!cleaned.equals(text)) {
                    clean.put(text, cleaned);
                }
            }
        }
        if (clean.isEmpty()) {
            return Optional.empty();
        }
        keep(clean);
        return Optional.of(new Found(
                count("SELECT count(*) FROM " + lake.relation(texts.dataset(), List.of(file)) + " t WHERE "
                        + changed()),
                findings));
    }

    private List<String> suspects(LakeFile file, String column) {
        String quoted = '"' + column + '"';
        String sql = "SELECT DISTINCT " + quoted + " FROM " + lake.relation(texts.dataset(), List.of(file)) + " WHERE "
                + SUSPECT.formatted(quoted);
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (row.next()) {
                found.add(row.getString(1));
            }
            return found;
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private void keep(Map<String, String> clean) {
        lake.execute("CREATE OR REPLACE TEMP TABLE " + REPLACED + " (written VARCHAR, clean VARCHAR)");
        try (DuckDBAppender to = lake.appender(REPLACED)) {
            for (Map.Entry<String, String> one : clean.entrySet()) {
                to.beginRow().append(one.getKey()).append(one.getValue()).endRow();
            }
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private long count(String sql) {
        try (Statement statement = lake.connection().createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static StoreException failure(SQLException cause) {
        return StoreException.permanent("stored texts were not looked through", "DuckDB",
                "Check free disk space and memory; the log has the cause.", cause);
    }

    private String changed() {
        return texts.columns().stream().map(column -> "t.\"" + column + "\" IN (SELECT written FROM " + REPLACED + ")")
                .collect(Collectors.joining(" OR ", "coalesce(", ", false)"));
    }

    /// The rows of the file without contacts, as a file that nobody sees yet; empty when none of them is new.
    ///
    /// A row that was cleaned and then equals another is left out, as it would have been when it was stored.
    ///
    /// @param others the other files that are seen
    Optional<StagedFile> stage(LakeFile file, List<LakeFile> others) {
        String columns = texts.dataset().columnList();
        String key = '"' + texts.dataset().sortOrder().getFirst() + '"';
        lake.execute("CREATE OR REPLACE TEMP TABLE cleaned_row AS SELECT " + cleaned() + " FROM "
                + lake.relation(texts.dataset(), List.of(file)) + " t WHERE " + changed());
        String kept = "SELECT " + columns + " FROM " + lake.relation(texts.dataset(), List.of(file)) + " t WHERE NOT "
                + changed();
        String known = " WHERE " + key + " IN (SELECT " + key + " FROM cleaned_row)";
        return lake.stage(texts.dataset(), kept + " UNION ALL (SELECT " + columns + " FROM cleaned_row EXCEPT (SELECT "
                + columns + " FROM (" + kept + ") k" + known + " UNION ALL SELECT " + columns + " FROM "
                + lake.relation(texts.dataset(), others) + " o" + known + "))");
    }

    private String cleaned() {
        return texts.dataset().columns().stream().map(this::cleaned).collect(Collectors.joining(", "));
    }

    private String cleaned(Column column) {
        String quoted = column.quoted();
        return texts.columns().contains(column.name())
                ? "coalesce((SELECT r.clean FROM " + REPLACED + " r WHERE r.written = t." + quoted + "), t." + quoted
                        + ") AS " + quoted
                : "t." + quoted;
    }
}
