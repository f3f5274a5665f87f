package dev.upswell.server.recommend;

import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.Objective;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of table `ranker_configuration`, and what bears on them of trials and rankers. All calls run inside the caller's tenant transaction.
final class ConfigurationRepository {

    private static final TypeReference<Map<Objective, Double>> WEIGHTS = new TypeReference<>() {
    };

    /// A trial that runs.
    record Running(String name, boolean interleaves, String a, String b) {
    }

    /// What is known of a ranker.
    record Learnt(boolean wins, boolean promoted) {
    }

    /// Keeps a configuration in this state, in place of one of its name.
    void keep(JdbcClient db, Configuration one, Configurations.State state, Instant at) {
        db.sql("""
            insert into ranker_configuration (name, virality, relevance, engagement, objectives, ranker, temperature, pool,
                author_again, tags_again, per_author, top_places, threshold, state, made_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (tenant_id, name) do update set virality = excluded.virality, relevance = excluded.relevance,
                engagement = excluded.engagement, objectives = excluded.objectives, ranker = excluded.ranker,
                temperature = excluded.temperature, pool = excluded.pool, author_again = excluded.author_again,
                tags_again = excluded.tags_again, per_author = excluded.per_author, top_places = excluded.top_places,
                threshold = excluded.threshold, state = excluded.state, made_at = excluded.made_at""")
                .params(Arrays.asList(one.name(), one.weights().virality(), one.weights().relevance(),
                        one.weights().engagement(), Json.write(one.weights().objectives()), one.ranker(),
                        one.temperature(),
                        one.pool(), one.diversity().authorAgain(), one.diversity().tagsAgain(),
                        one.diversity().perAuthor(),
                        one.diversity().top(), one.threshold(), state.name(), RowTime.utc(at)))
                .update();
    }

    /// Deals no more requests to this configuration.
    ///
    /// @return whether it was active or waiting
    boolean retire(JdbcClient db, String name) {
        return db.sql("update ranker_configuration set state = 'RETIRED' where name = ? and state <> 'RETIRED'")
                .param(name)
                .update() == 1;
    }

    /// Deals requests to a configuration that was not retired.
    ///
    /// @return whether it was not
    boolean activate(JdbcClient db, String name) {
        return db.sql("update ranker_configuration set state = 'ACTIVE' where name = ? and state <> 'RETIRED'")
                .param(name).update() == 1;
    }

    /// Deals no more requests to any but this winner, and retires the loser, active or waiting.
    void retireBeside(JdbcClient db, String winner, String loser) {
        db.sql("update ranker_configuration set state = 'RETIRED' where name <> ? and (state = 'ACTIVE' or name = ?)")
                .params(winner, loser).update();
    }

    /// Those that requests are dealt to, by name.
    List<Configuration> active(JdbcClient db) {
        return db.sql("select * from ranker_configuration where state = 'ACTIVE' order by name")
                .query((row, index) -> configuration(row)).list();
    }

    /// All, by name.
    List<Configurations.Kept> list(JdbcClient db) {
        return db.sql("select * from ranker_configuration order by name").query((row, index) -> kept(row)).list();
    }

    Optional<Configurations.Kept> find(JdbcClient db, String name) {
        return db.sql("select * from ranker_configuration where name = ?").param(name)
                .query((row, index) -> kept(row)).optional();
    }

    /// The one of this name, which a trial holds.
    Configuration get(JdbcClient db, String name) {
        return find(db, name).map(Configurations.Kept::configuration).orElseThrow(() -> new IllegalStateException(
                "configuration " + name + " of a trial must be kept\nMaybe its row was deleted by hand."));
    }

    /// Whether lists were made by it, or could have been.
    boolean isUsed(JdbcClient db, String name) {
        return db.sql("""
            select exists (select 1 from recommendation_request where configuration = ? or jsonb_exists(shares, ?))
                or exists (select 1 from ranker_trial where a = ? or b = ?)""").params(name, name, name, name)
                .query(Boolean.class).single();
    }

    /// The trial that runs; empty when none does.
    Optional<Running> trial(JdbcClient db) {
        return db.sql("select name, kind, a, b from ranker_trial where ended_at is null")
                .query((row, index) -> new Running(row.getString("name"), row.getString("kind").equals("INTERLEAVE"),
                        row.getString("a"), row.getString("b")))
                .optional();
    }

    /// What is known of a ranker; empty when there is none of this id.
    Optional<Learnt> ranker(JdbcClient db, String id) {
        return db.sql("select wins, promoted_at is not null as promoted from ranker_model where id = ?").param(id)
                .query((row, index) -> new Learnt(row.getBoolean("wins"), row.getBoolean("promoted"))).optional();
    }

    private static Configurations.Kept kept(ResultSet row) throws SQLException {
        return new Configurations.Kept(configuration(row), Configurations.State.valueOf(row.getString("state")),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }

    private static Configuration configuration(ResultSet row) throws SQLException {
        ScoreWeights weights = new ScoreWeights(row.getDouble("virality"), row.getDouble("relevance"),
                row.getDouble("engagement"), Json.read(row.getString("objectives"), WEIGHTS));
        Diversity diversity = new Diversity(row.getDouble("author_again"), row.getDouble("tags_again"),
                row.getInt("per_author"), row.getInt("top_places"));
        return new Configuration(row.getString("name"), weights, row.getString("ranker"), row.getDouble("temperature"),
                row.getInt("pool"), diversity, row.getDouble("threshold"));
    }
}
