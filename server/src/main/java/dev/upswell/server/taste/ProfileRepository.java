package dev.upswell.server.taste;

import dev.upswell.content.EntityId;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// The rows of tables `profile` and `profile_tag`. All calls run inside the caller's tenant transaction.
final class ProfileRepository {

    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {
    };

    /// Keeps a profile; one that was made at the same instant gives way.
    void keep(JdbcClient db, Subject subject, Instant madeAt, UUID taxonomy, Profile one) {
        db.sql("delete from profile where subject_id = ? and made_at = ?").params(subject.id(), RowTime.utc(madeAt))
                .update();
        db.sql("""
            insert into profile (subject_id, made_at, as_of, taxonomy_id, posts, reposts, likes, hidden, followers, degraded,
            long_taste, short_taste) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)""")
                .params(Arrays.asList(subject.id(), RowTime.utc(madeAt), RowTime.utc(one.asOf()), taxonomy,
                        one.sample().posts(), one.sample().reposts(), one.sample().likes(), one.sample().hidden(),
                        one.followers(), Json.write(one.notes()), one.longTaste().values(),
                        one.shortTaste().values()))
                .update();
        for (Affinity affinity : one.affinities()) {
            db.sql("""
                insert into profile_tag (subject_id, made_at, tag, affinity, base, boost, reason, evidence)
                values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)""")
                    .params(subject.id(), RowTime.utc(madeAt), affinity.tag(), affinity.affinity(), affinity.base(),
                            affinity.boost(), affinity.reason(), Json.write(affinity.evidence()))
                    .update();
        }
    }

    /// The last profile of a subject, if one was made.
    Optional<KeptProfile> latest(JdbcClient db, Subject subject) {
        return db.sql("""
            select profile.*, taxonomy_version.number from profile
            join taxonomy_version on taxonomy_version.id = profile.taxonomy_id
            where subject_id = ? order by made_at desc limit 1""").param(subject.id())
                .query((row, index) -> kept(row, subject, affinities(db, row))).optional();
    }

    /// The last profiles of subjects, by id; those without one are left out.
    Map<UUID, KeptProfile> latest(JdbcClient db, List<Subject> subjects) {
        UUID[] ids = subjects.stream().map(Subject::id).toArray(UUID[]::new);
        Map<UUID, Subject> known = subjects.stream().collect(Collectors.toMap(Subject::id, subject -> subject));
        Map<UUID, List<Affinity>> affinities = new HashMap<>();
        db.sql("""
            select profile_tag.* from profile_tag join (select subject_id, max(made_at) as made_at from profile
            where subject_id = any(?) group by subject_id) as last using (subject_id, made_at)""").param(ids)
                .query((RowCallbackHandler) row -> affinities
                        .computeIfAbsent(row.getObject("subject_id", UUID.class), id -> new ArrayList<>())
                        .add(affinity(row)));
        return db.sql("""
            select distinct on (subject_id) profile.*, taxonomy_version.number from profile
            join taxonomy_version on taxonomy_version.id = profile.taxonomy_id
            where subject_id = any(?) order by subject_id, made_at desc""").param(ids).query((row, index) -> {
            Subject subject = Objects.requireNonNull(known.get(row.getObject("subject_id", UUID.class)));
            return kept(row, subject, affinities.getOrDefault(subject.id(), List.of()));
        }).stream().collect(Collectors.toMap(one -> one.subject().id(), one -> one));
    }

    private static List<Affinity> affinities(JdbcClient db, ResultSet profile) throws SQLException {
        return db.sql("select * from profile_tag where subject_id = ? and made_at = ?")
                .params(profile.getObject("subject_id", UUID.class),
                        profile.getObject("made_at", OffsetDateTime.class))
                .query((row, index) -> affinity(row)).list();
    }

    private static Affinity affinity(ResultSet row) throws SQLException {
        return new Affinity(row.getString("tag"), row.getDouble("affinity"), row.getDouble("base"),
                row.getDouble("boost"), row.getString("reason"), Json.read(row.getString("evidence"), TEXTS));
    }

    private static KeptProfile kept(ResultSet row, Subject subject, List<Affinity> affinities) throws SQLException {
        long followers = row.getLong("followers");
        Long told = row.wasNull() ? null : Long.valueOf(followers);
        Profile profile = new Profile(EntityId.creator(subject.handle()),
                row.getObject("as_of", OffsetDateTime.class).toInstant(),
                new Profile.Sample(row.getInt("posts"), row.getInt("reposts"), row.getInt("likes"),
                        row.getInt("hidden")),
                told, affinities, TaxonomyRepository.vector(row, "long_taste"),
                TaxonomyRepository.vector(row, "short_taste"), Json.read(row.getString("degraded"), TEXTS));
        return new KeptProfile(subject, row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getInt("number"), profile);
    }
}
