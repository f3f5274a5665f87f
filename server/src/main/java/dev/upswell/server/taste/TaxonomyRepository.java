package dev.upswell.server.taste;

import dev.upswell.embed.Vector;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.taste.Category;
import dev.upswell.taste.Taxonomy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of tables `taxonomy_version` and `category`. All calls run inside the caller's tenant transaction.
final class TaxonomyRepository {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
    };

    /// A version without its categories.
    ///
    /// @param categories how many it has
    record Row(KeptTaxonomy kept, int categories) {
    }

    /// The number that the next version gets; nobody else gets it until the transaction ends.
    int nextNumber(JdbcClient db) {
        db.sql("lock table taxonomy_version in share row exclusive mode").update();
        return db.sql("select coalesce(max(number), 0) + 1 from taxonomy_version").query(Integer.class).single();
    }

    void keep(JdbcClient db, KeptTaxonomy one) {
        db.sql("""
            insert into taxonomy_version (id, number, made_at, source, texts, asked_categories, space, written_by, notes,
                reach)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .params(Arrays.asList(one.id(), one.number(), RowTime.utc(one.madeAt()), one.source(), one.texts(),
                        one.asked(),
                        one.taxonomy().space(), one.writtenBy(), Json.write(one.notes()),
                        one.taxonomy().reach()))
                .update();
        int place = 0;
        for (Category category : one.taxonomy().categories()) {
            db.sql("""
                insert into category (taxonomy_id, place, tag, description, keywords, vector, centre, forerunner, mapped)
                values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?::jsonb)""")
                    .params(Arrays.asList(one.id(), ++place, category.tag(), category.description(),
                            Json.write(category.keywords()), category.vector().values(), category.centre().values(),
                            category.forerunner(), Json.write(category.mapped())))
                    .update();
        }
    }

    long count(JdbcClient db) {
        return db.sql("select count(*) from taxonomy_version").query(Long.class).single();
    }

    /// Versions, the newest first.
    List<Row> list(JdbcClient db, int limit, int offset) {
        return db
                .sql("""
                    select taxonomy_version.*, (select count(*) from category where taxonomy_id = taxonomy_version.id) as categories
                    from taxonomy_version order by number desc limit ? offset ?""")
                .params(limit, offset).query((row, index) -> new Row(kept(row, List.of()), row.getInt("categories")))
                .list();
    }

    Optional<KeptTaxonomy> find(JdbcClient db, int number) {
        return db.sql("select * from taxonomy_version where number = ?").param(number)
                .query((row, index) -> kept(row, categories(db, row.getObject("id", UUID.class)))).optional();
    }

    Optional<KeptTaxonomy> find(JdbcClient db, UUID id) {
        return db.sql("select * from taxonomy_version where id = ?").param(id)
                .query((row, index) -> kept(row, categories(db, id))).optional();
    }

    /// The newest version.
    Optional<KeptTaxonomy> latest(JdbcClient db) {
        return db.sql("select * from taxonomy_version order by number desc limit 1")
                .query((row, index) -> kept(row, categories(db, row.getObject("id", UUID.class)))).optional();
    }

    private static List<Category> categories(JdbcClient db, UUID taxonomy) {
        return db.sql("select * from category where taxonomy_id = ? order by place").param(taxonomy)
                .query((row, index) -> new Category(row.getString("tag"), row.getString("description"),
                        Json.read(row.getString("keywords"), TEXTS), vector(row, "vector"), vector(row, "centre"),
                        row.getString("forerunner"), Json.read(row.getString("mapped"), TEXTS)))
                .list();
    }

    private static KeptTaxonomy kept(ResultSet row, List<Category> categories) throws SQLException {
        return new KeptTaxonomy(row.getObject("id", UUID.class), row.getInt("number"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(), row.getString("source"),
                row.getInt("texts"), row.getInt("asked_categories"), row.getString("written_by"),
                Json.read(row.getString("notes"), TEXTS),
                new Taxonomy(row.getString("space"), categories, row.getObject("reach", Double.class)));
    }

    /// The direction in a column of single precision.
    static Vector vector(ResultSet row, String column) throws SQLException {
        Float[] kept = (Float[]) row.getArray(column).getArray();
        float[] values = new float[kept.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = kept[i];
        }
        return Vector.kept(values);
    }
}
