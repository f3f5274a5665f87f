package dev.upswell.server.contest;

import dev.upswell.ranking.TeamDraft;
import dev.upswell.ranking.TeamDraft.Pick;
import dev.upswell.ranking.TeamDraft.Team;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards.Told;
import dev.upswell.server.postgres.RowTime;
import dev.upswell.server.registry.Json;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;

/// Lists that were recommended with what came of them, out of the tables of recommendations and reactions. All calls run inside the
/// caller's tenant transaction.
///
/// **cost** a pass over the lists asked for and their reactions
final class LogRepository {

    private static final TypeReference<Map<String, Double>> NUMBERS = new TypeReference<>() {
    };
    /// So much of a video must have been watched for it to be a good sign.
    private static final double WATCHED = 0.5;

    /// A reaction to a video of a list.
    ///
    /// @param team that picked it; null in a list of one
    private record Reacted(Told told, @Nullable Team team) {
    }

    /// The lists of a trial, the oldest first.
    List<LoggedList> ofTrial(JdbcClient db, String trial) {
        return lists(db, "r.trial = ?", trial);
    }

    /// All lists that configurations were dealt by chance before an instant, the oldest first.
    List<LoggedList> dealt(JdbcClient db, Instant before) {
        return lists(db, "r.shares <> '{}' and r.at < ?", RowTime.utc(before));
    }

    /// What lists there are, by which is known whether what they told still holds: lists and reactions are added and erased, never changed.
    ///
    /// @param old lists that were asked for at an instant or before
    record State(long lists, long old, long reactions) {
    }

    /// Of the lists of a trial.
    State state(JdbcClient db, String trial, Instant old) {
        return state(db, "r.trial = :trial", trial, old);
    }

    /// Of all lists that were dealt by chance.
    State state(JdbcClient db, Instant old) {
        return state(db, "r.shares <> '{}' and :trial::text is null", null, old);
    }

    private static State state(JdbcClient db, String wanted, @Nullable String trial, Instant old) {
        return db.sql("""
            select count(*), count(*) filter (where r.at <= :old), coalesce(sum((select count(*) from reaction x
                where x.request_id = r.id and x.at < r.at + make_interval(hours => %d))), 0)
            from recommendation_request r where %s""".formatted(ConfigurationTrial.AGE.toHours(), wanted))
                .param("trial", trial).param("old", RowTime.utc(old))
                .query((row, index) -> new State(row.getLong(1), row.getLong(2), row.getLong(3))).single();
    }

    private static List<LoggedList> lists(JdbcClient db, String wanted, Object parameter) {
        Map<UUID, List<Reacted>> reactions = new HashMap<>();
        db.sql("""
            select x.request_id, x.video_id, x.kind, i.team,
                max(case when x.kind = 'WATCHED' then coalesce(x.strength, 0) else 1 end) as strength
            from recommendation_request r join reaction x on x.request_id = r.id
                and x.at < r.at + make_interval(hours => %d)
            join recommendation_item i on i.request_id = r.id and i.video_id = x.video_id
            where %s group by x.request_id, x.video_id, x.kind, i.team"""
                .formatted(ConfigurationTrial.AGE.toHours(), wanted)).param(parameter).query(row -> {
                    String team = row.getString("team");
                    reactions.computeIfAbsent(row.getObject("request_id", UUID.class), id -> new ArrayList<>())
                            .add(new Reacted(
                                    new Told(row.getString("video_id"), Reaction.valueOf(row.getString("kind")),
                                            row.getDouble("strength")),
                                    team == null ? null : Team.valueOf(team)));
                });
        return db.sql("""
            select id, subject_id, at, configuration, shares, log_slate from recommendation_request r where %s
            order by at, id""".formatted(wanted)).param(parameter)
                .query((row, index) -> list(row.getObject("subject_id", UUID.class),
                        row.getObject("at", OffsetDateTime.class).toInstant(), row.getString("configuration"),
                        Json.read(row.getString("shares"), NUMBERS), Json.read(row.getString("log_slate"), NUMBERS),
                        reactions.getOrDefault(row.getObject("id", UUID.class), List.of())))
                .list();
    }

    private static LoggedList list(UUID subject, Instant at, String configuration, Map<String, Double> shares,
            Map<String, Double> logSlate, List<Reacted> reactions) {
        Map<Team, List<Told>> byTeam = new EnumMap<>(Team.class);
        List<Pick<String>> picks = new ArrayList<>();
        Set<String> liked = new HashSet<>();
        Set<String> hidden = new HashSet<>();
        for (Reacted reacted : reactions) {
            Team team = reacted.team();
            if (team != null) {
                byTeam.computeIfAbsent(team, one -> new ArrayList<>()).add(reacted.told());
                Pick<String> pick = new Pick<>(reacted.told().video(), team);
                if (!picks.contains(pick)) {
                    picks.add(pick);
                }
            }
            if (reacted.told().kind() == Reaction.HIDDEN) {
                hidden.add(reacted.told().video());
            } else if (isGood(reacted.told())) {
                liked.add(reacted.told().video());
            }
        }
        liked.removeAll(hidden);
        Map<Team, Double> credit = new EnumMap<>(Team.class);
        byTeam.forEach((team, told) -> credit.put(team, ConfigurationTrial.REWARDS.of(told)));
        return new LoggedList(subject, at, configuration, shares, logSlate,
                ConfigurationTrial.REWARDS.of(reactions.stream().map(Reacted::told).toList()), credit,
                -TeamDraft.winner(picks, liked));
    }

    private static boolean isGood(Told told) {
        return switch (told.kind()) {
            case CLICKED, LIKED, SHARED, SAVED -> true;
            case WATCHED -> told.share() >= WATCHED;
            case SHOWN, HIDDEN -> false;
        };
    }
}
