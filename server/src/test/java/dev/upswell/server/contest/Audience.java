package dev.upswell.server.contest;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.numeric.Dice;
import dev.upswell.recommend.Configuration;
import dev.upswell.recommend.Diversity;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards.Told;
import dev.upswell.recommend.ScoreWeights;
import dev.upswell.server.event.Event;
import dev.upswell.server.event.EventFilter;
import dev.upswell.server.event.EventLogRepository;
import dev.upswell.server.crowd.Crowd;
import dev.upswell.server.recommend.AuthorRates;
import dev.upswell.server.recommend.Given;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.Recommendations;
import dev.upswell.server.recommend.Tastes;
import dev.upswell.server.recommend.index.IndexFilling;
import dev.upswell.server.recommend.index.TenantIndex;
import dev.upswell.server.taste.Reactions;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A simulated audience of one tenant: people who like street food and are shown chess as well, which more people view. What they do with
/// a list goes through the product: lists by [Recommendations], reactions by [Reactions].
///
/// Equal seeds do equal things.
final class Audience implements Tastes {

    /// Whose lists are of what is viewed.
    static final Configuration POPULAR = weighing("popular", 1, 0.01);
    /// Whose lists are of what is liked: truly better here.
    static final Configuration TASTEFUL = weighing("tasteful", 0.01, 1);
    static final int LIST = 4;

    private static final String VERSION = "hashed-128";
    private static final int OF_EACH = 24;
    private static final double LIKES_TASTE = 0.5;
    private static final double LIKES_ELSE = 0.05;

    final Library library = new Library();
    final Recommendations recommendations;
    final ConfigurationTrials trials;
    private final long seed;
    private final int people;
    private final Profile profile;
    private final Vector taste = new HashedVectors().vector("#streetfood");
    private final Reactions reactions;
    private Instant now = Library.NOON;
    private int lists;

    Audience(long seed, int people, Path folder) {
        this.seed = seed;
        this.people = people;
        profile = new Profile(new EntityId(EntityKind.CREATOR, "somebody"), Library.NOON,
                new Profile.Sample(0, 0, 9, 0), null,
                List.of(new Affinity("streetfood", 0.9, 0.9, 0, "because", List.of())), taste, taste, List.of());
        library.videos("streetfood", OF_EACH, 20_000);
        library.videos("chess", OF_EACH, 2_000_000);
        new IndexFilling(library.database, new HashedVectors(), VERSION, null).fill(library.tenant, folder);
        reactions = new Reactions(library.tenant, library.database);
        recommendations = new Recommendations(library.tenant, library.database,
                new Recommendations.Sources(new TenantIndex(folder), this, contest().rankers(), Crowd.NONE,
                        AuthorRates.NONE),
                () -> now);
        trials = contest().trials();
        library.database.transactions().run(library.tenant, db -> {
            for (int i = 0; i < people; i++) {
                db.sql("""
                    insert into profile_subject (id, handle, ground, ground_told_by, ground_told_at)
                    values (?, ?, 'CONSENT', 'test', now())""").params(id(handle(i)), handle(i)).update();
            }
        });
    }

    static Configuration weighing(String name, double virality, double relevance) {
        return drawn(name, virality, relevance, null, 0.05);
    }

    static Configuration drawn(String name, double virality, double relevance, @Nullable String ranker,
            double temperature) {
        return new Configuration(name, new ScoreWeights(virality, relevance, 0, Map.of()), ranker,
                temperature, 100,
                Diversity.USUAL, 0);
    }

    Contest contest() {
        return Contest.of(library.tenant, library.database, () -> now, "test");
    }

    List<String> events() {
        return library.database.transactions().call(library.tenant,
                db -> new EventLogRepository("test").list(db, EventFilter.ALL, 50, 0)).stream().map(Event::type)
                .toList();
    }

    private static String handle(int person) {
        return "person" + person;
    }

    private UUID id(String handle) {
        return UUID.nameUUIDFromBytes((seed + handle).getBytes(StandardCharsets.UTF_8));
    }

    Instant now() {
        return now;
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    /// Everybody has a list and reacts to it, within some hours.
    ///
    /// @param liking whether what is shown matters to them
    void round(boolean liking) {
        for (int i = 0; i < people; i++) {
            now = now.plusSeconds(60);
            Given given = recommendations.give(handle(i), LIST);
            Dice dice = Dice.of(seed, "likes", lists++);
            List<Told> told = new ArrayList<>();
            for (Given.Item item : given.items()) {
                boolean fits = liking && item.video().startsWith("streetfood");
                if (dice.chance(fits ? LIKES_TASTE : LIKES_ELSE)) {
                    told.add(new Told(item.video(), Reaction.LIKED, 1));
                } else if (dice.chance(0.2)) {
                    told.add(new Told(item.video(), Reaction.WATCHED, 1));
                }
            }
            recommendations.react(Objects.requireNonNull(given.id()), told);
        }
    }

    /// Everybody has a list and does this with its first video.
    void reactToOne(List<Reaction> kinds) {
        for (int i = 0; i < people; i++) {
            now = now.plusSeconds(60);
            Given given = recommendations.give(handle(i), LIST);
            recommendations.react(Objects.requireNonNull(given.id()),
                    kinds.stream().map(kind -> new Told(given.items().getFirst().video(), kind, null)).toList());
        }
    }

    @Override
    public Optional<Taste> find(String handle) {
        return Optional.of(new Taste(id(handle), profile, Habits.UNKNOWN, VERSION, List.of(taste.values()),
                Map.of("streetfood", 0.9f), Set.of(), Set.of(), Set.of(handle),
                (text, vector) -> text.contains("#streetfood") ? Set.of("streetfood") : Set.of("chess")));
    }

    @Override
    public void react(UUID subject, UUID request, List<Told> told, Instant at) {
        String handle = library.database.transactions().call(library.tenant,
                db -> db.sql("select handle from profile_subject where id = ?").param(subject).query(String.class)
                        .single());
        reactions.keep(handle, told.stream().map(one -> new dev.upswell.server.taste.Reaction(one.video(), request,
                dev.upswell.server.taste.Reaction.Kind.valueOf(one.kind().name()),
                one.kind() == Reaction.WATCHED ? one.strength() : null, at)).toList());
    }
}
