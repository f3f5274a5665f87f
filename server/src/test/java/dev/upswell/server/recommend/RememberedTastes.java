package dev.upswell.server.recommend;

import dev.upswell.content.EntityId;
import dev.upswell.content.EntityKind;
import dev.upswell.embed.HashedVectors;
import dev.upswell.embed.Vector;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Tastes of one person in memory, for tests: what is liked counts from the next request on.
final class RememberedTastes implements Tastes {

    static final String VERSION = "hashed-128";

    private final Library library;
    final UUID subject = UUID.randomUUID();
    final Map<String, Double> liked = new TreeMap<>();
    private final Set<String> acted = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private final Map<String, String> tagsOfVideos;

    /// @param tagsOfVideos which tag a reaction to a video speaks for
    RememberedTastes(Library library, Map<String, String> tagsOfVideos) {
        this.library = library;
        this.tagsOfVideos = tagsOfVideos;
        library.database.transactions().run(library.tenant, db -> db
                .sql("""
                    insert into profile_subject (id, handle, ground, ground_told_by, ground_told_at) values (?, 'mia', 'OWN', 'test', now())""")
                .param(subject).update());
    }

    @Override
    public Optional<Taste> find(String handle) {
        if (!handle.equals("mia")) {
            return Optional.empty();
        }
        List<Affinity> affinities = new ArrayList<>();
        Map<String, Float> terms = new HashMap<>();
        List<Vector> vectors = new ArrayList<>();
        liked.forEach((tag, affinity) -> {
            affinities.add(new Affinity(tag, affinity, affinity, 0, "because", List.of()));
            terms.put(tag, affinity.floatValue());
            vectors.add(new HashedVectors().vector("#" + tag));
        });
        double[] even = new double[vectors.size()];
        Arrays.fill(even, 1);
        Vector taste = Vector.midst(vectors, even, HashedVectors.SIZE);
        Profile profile = new Profile(new EntityId(EntityKind.CREATOR, "mia"), Library.NOON,
                new Profile.Sample(0, 0, liked.size(), hidden.size()), null, affinities, taste, taste, List.of());
        return Optional
                .of(new Taste(subject, profile, Habits.UNKNOWN, VERSION, vectors.stream().map(Vector::values).toList(),
                        terms, acted, hidden, Set.of("mia"), this::categories));
    }

    private Set<String> categories(String text, @Nullable Vector vector) {
        Set<String> categories = new HashSet<>();
        tagsOfVideos.values().stream().filter(tag -> text.contains("#" + tag)).forEach(categories::add);
        return categories;
    }

    @Override
    public void react(UUID who, UUID request, List<Rewards.Told> reactions, Instant at) {
        for (Rewards.Told told : reactions) {
            if (told.kind() == Reaction.HIDDEN) {
                hidden.add(told.video());
            } else if (told.kind() == Reaction.LIKED) {
                acted.add(told.video());
                liked.merge(tagsOfVideos.getOrDefault(told.video(), "other"), 0.9, Math::max);
            }
        }
    }
}
