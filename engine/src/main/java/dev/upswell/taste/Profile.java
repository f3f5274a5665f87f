package dev.upswell.taste;

import dev.upswell.content.EntityId;
import dev.upswell.embed.Vector;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a person likes, as far as their items tell.
///
/// @param person whose it is, by handle
/// @param asOf nothing later is in it
/// @param sample how much it rests on
/// @param followers of the person; null when nobody told
/// @param affinities the liked categories, the strongest first; empty for a stranger
/// @param longTaste where the person's items of all times lie, the older the less; says nothing for a stranger
/// @param shortTaste where the last few lie, the newest weighing most; what was hidden pushes away
/// @param notes what is missing or was left out, in sentences
public record Profile(EntityId person, Instant asOf, Sample sample, @Nullable Long followers,
        List<Affinity> affinities, Vector longTaste, Vector shortTaste, List<String> notes) {

    /// How many items of each kind a profile rests on.
    public record Sample(int posts, int reposts, int likes, int hidden) {

        /// Items that tell what is liked.
        public int liked() {
            return posts + reposts + likes;
        }
    }

    public Profile {
        affinities = affinities.stream().sorted(Comparator.comparingDouble(Affinity::affinity).reversed()
                .thenComparing(Affinity::tag)).toList();
        notes = List.copyOf(notes);
    }

    /// Whether too little is known to tell what the person likes.
    public boolean isStranger() {
        return affinities.isEmpty();
    }
}
