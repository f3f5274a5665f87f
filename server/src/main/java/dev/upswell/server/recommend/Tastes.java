package dev.upswell.server.recommend;

import dev.upswell.embed.Vector;
import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Rewards;
import dev.upswell.taste.Profile;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Who may be recommended to, and what is known of them: what this slice needs of profiles, kept by whoever makes them.
public interface Tastes {

    /// What is known of a person.
    ///
    /// @param subject id of the person
    /// @param textVersion which version of texts the vectors of the profile are of
    /// @param vectors of the strongest categories and of the last likes, three at most
    /// @param terms of the strongest categories by weight
    /// @param acted videos that were watched or liked
    /// @param hidden videos that are never to be shown again
    /// @param accounts handles of the person's own accounts
    /// @param categories tells the categories of a video
    record Taste(UUID subject, Profile profile, Habits habits, String textVersion, List<float[]> vectors,
            Map<String, Float> terms, Set<String> acted, Set<String> hidden, Set<String> accounts,
            Categorising categories) {
    }

    /// Tells which categories a text is of.
    interface Categorising {

        /// Tags of the categories; empty when it is of none.
        ///
        /// @param vector of the text; null where it says nothing
        Set<String> of(String text, @Nullable Vector vector);
    }

    /// What is known of this person now, with every reaction told so far; empty when there is no profile.
    Optional<Taste> find(String handle);

    /// What would be known of this person at an instant, had they not met some videos; empty where that cannot be told.
    default Optional<Taste> without(String handle, Predicate<String> met, Instant at) {
        return Optional.empty();
    }

    /// Notes what a person did with videos of a list.
    ///
    /// @param request the list
    void react(UUID subject, UUID request, List<Rewards.Told> reactions, Instant at);
}
