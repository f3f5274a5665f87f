package dev.upswell.server.privacy;

import dev.upswell.server.suppress.JsonCut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Rows of tables that name a creator. All calls run inside the caller's tenant transaction.
final class TableErasureRepository {

    private static final String ERASED = "(erased)";

    private final JdbcClient db;
    private final Named named;
    private final String[] words;
    private final String[] videos;

    TableErasureRepository(JdbcClient db, Named named) {
        this.db = db;
        this.named = named;
        this.words = named.words().toArray(String[]::new);
        this.videos = named.videos().toArray(String[]::new);
    }

    /// Does to the table what its rules say; how many rows went or changed.
    long erase(Holding table) {
        return table.rules().stream().mapToLong(rule -> erase(table.name(), rule)).sum();
    }

    private long erase(String table, Rule rule) {
        return switch (rule.deed()) {
            case CREATOR -> db.sql("delete from " + table + " where lower(" + rule.column() + ") = ?")
                    .param(named.handle()).update();
            case VIDEO -> db.sql("delete from " + table + " where " + rule.column() + " = any(?)").param(videos)
                    .update();
            case ENTITY -> db.sql("delete from " + table + " where lower(%1$s) = 'creator' and lower(%2$s) = ?"
                    .formatted(rule.columns().get(0), rule.columns().get(1))
                    + " or lower(%1$s) = 'video' and %2$s = any(?)".formatted(rule.columns().get(0),
                            rule.columns().get(1)))
                    .param(named.handle()).param(videos).update();
            case NAMING -> db.sql("delete from " + table + " t where " + naming("(" + said(db, table) + ")::text"))
                    .param(words).update();
            case SUBJECT -> db.sql("delete from " + table + " where " + naming(rule.column())).param(words)
                    .update();
            case WORDED ->
                db.sql("delete from " + table + " t where exists (select from wording_output o where o.id = t."
                        + rule.column() + " and " + naming("to_jsonb(o)::text") + ")").param(words).update();
            case WATCHED -> db.sql("delete from " + table + " where " + rule.columns().get(0)
                    + " = 'creator' and lower(ltrim(%1$s, '@')) = ? or %2$s = 'video' and %1$s = any(?)".formatted(
                            rule.columns().get(1), rule.columns().get(0)))
                    .param(named.handle()).param(videos).update();
            case PACKED -> packed(table, rule.column()) + erase(table, new Rule(Rule.Deed.NAMING, List.of()));
            case CUT -> cut(table, rule.column());
            case BLANK -> rule.columns().stream().mapToLong(column -> blank(table, column)).sum();
            case TRAIL -> db.sql("select erase_from_audit(?::text[])").param(words).query(Long.class).single();
            case MASK, NULL -> throw new IllegalStateException("rule (" + rule + ") is for datasets");
            case PROFILE, KEPT, FORGOTTEN, MADE_ANEW, REWRITTEN -> 0;
        };
    }

    private long packed(String table, String column) {
        List<String> naming = new ArrayList<>();
        db.sql("select ctid::text as place, " + column + " as said from " + table + " where " + column
                + " is not null for update").query(row -> {
                    if (TraceRepository.names(row.getBytes("said"), named.words())) {
                        naming.add(row.getString("place"));
                    }
                });
        return db.sql("delete from " + table + " where ctid = any(?::tid[])").param(naming.toArray(String[]::new))
                .update();
    }

    private long blank(String table, String column) {
        return db.sql("update " + table + " set " + column + " = '" + ERASED + "' where " + naming(column))
                .param(words).update();
    }

    private long cut(String table, String column) {
        String type = db.sql("""
            select format_type(atttypid, atttypmod) from pg_attribute where attrelid = ?::regclass and attname = ?""")
                .param(table).param(column).query(String.class).single();
        if (type.equals("text[]")) {
            return db.sql("""
                update %1$s set %2$s = array(select one from unnest(%2$s) one where not mentioned(one) && ?::text[])
                """.formatted(table, column) + "where " + naming(column + "::text")).param(words).param(words).update();
        }
        List<Document> documents = db.sql("select ctid::text as place, %2$s::text as said from %1$s where "
                .formatted(table, column) + naming(column + "::text") + " for update").param(words)
                .query((row, index) -> new Document(row.getString("place"), row.getString("said"))).list();
        for (Document document : documents) {
            Optional<String> rest = JsonCut.without(document.said(), Set.of(words));
            if (rest.isPresent()) {
                db.sql("update %s set %s = ?::%s where ctid = ?::tid".formatted(table, column, type))
                        .param(rest.get()).param(document.place()).update();
            } else {
                db.sql("delete from " + table + " where ctid = ?::tid").param(document.place()).update();
            }
        }
        return documents.size();
    }

    private String naming(String said) {
        return naming(said, named);
    }

    /// A condition on a text, with the words as its parameter.
    static String naming(String said, Named named) {
        return "case when lower(%1$s) ~ '%2$s' then mentioned(%1$s) && ?::text[] else false end".formatted(said,
                named.pattern());
    }

    /// A document in a column.
    ///
    /// @param place of its row, which does not move within the transaction before it is written
    private record Document(String place, String said) {
    }

    /// All that a row of the table `t` says but bytes, as an expression.
    static String said(JdbcClient db, String table) {
        return "to_jsonb(t) - '" + db.sql("""
            select coalesce(array_agg(attname::text), '{}')::text from pg_attribute
            where attrelid = ?::regclass and attnum > 0 and not attisdropped and atttypid = 'bytea'::regtype""")
                .param(table).query(String.class).single() + "'::text[]";
    }

    /// Ids of videos that rows say are theirs.
    static List<String> videos(JdbcClient db, String handle) {
        return db.sql("""
            select video_id from advised_video where lower(creator) = :handle union
            select video_id from trial_video where lower(creator) = :handle union
            select video_id from reach_forecast where lower(creator) = :handle union
            select video from pattern_run_video where lower(creator) = :handle""").param("handle", handle)
                .query(String.class).list();
    }

    /// Whether a hashtag is called so, which makes the handle a word.
    static boolean isHashtag(JdbcClient db, String handle) {
        return db.sql("select exists (select from entity where kind = 'hashtag' and entity_id = ?)").param(handle)
                .query(Boolean.class).single();
    }
}
