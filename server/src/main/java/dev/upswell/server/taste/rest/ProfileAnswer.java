package dev.upswell.server.taste.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.upswell.server.taste.KeptProfile;
import dev.upswell.server.taste.Profiles;
import dev.upswell.taste.Affinity;
import dev.upswell.taste.Profile;
import dev.upswell.taste.SearchQuery;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A profile of taste as programs read it.
@Schema(name = "Profile")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileAnswer(String handle, @Schema(description = "own, consent or public-figure") String ground,
        String groundToldBy, Instant groundToldAt,
        @Schema(description = "Left out where none was made") @Nullable Instant madeAt,
        @Schema(description = "Nothing later is in it") @Nullable Instant asOf,
        @Schema(description = "Number of the taxonomy that it speaks in") @Nullable Integer taxonomy,
        @Schema(description = "Left out where nobody told") @Nullable Long followers, @Nullable SampleAnswer sample,
        @Schema(description = "Liked categories, the strongest first; empty for a stranger") @Nullable List<TagAnswer> tags,
        @Schema(description = "What is missing or was left out") @Nullable List<String> notes) {

    /// What a profile rests on.
    @Schema(name = "ProfileSample")
    record SampleAnswer(int posts, int reposts, int likes, int hidden) {
    }

    /// A liked category.
    @Schema(name = "ProfileTag")
    record TagAnswer(String tag,
            @Schema(description = "base + boost × influence, 1 at most; 0.3 or more") double affinity,
            @Schema(description = "0 to 1: nearness in meaning and words") double base,
            @Schema(description = "0 to 0.5: engagement of the items for their views") double boost,
            @Schema(description = "Why, in a sentence") String reason,
            @Schema(description = "Ids of the videos it rests on, five at most") List<String> evidence) {

        static TagAnswer of(Affinity one) {
            return new TagAnswer(one.tag(), one.affinity(), one.base(), one.boost(), one.reason(), one.evidence());
        }
    }

    /// Words to search for videos by.
    @Schema(name = "SearchQuery")
    record QueryAnswer(String query, @Schema(description = "broad, narrow or form") String kind, List<String> tags) {

        static QueryAnswer of(SearchQuery one) {
            return new QueryAnswer(one.text(), one.kind().name().toLowerCase(Locale.ROOT), one.tags());
        }
    }

    static ProfileAnswer of(KeptProfile kept) {
        return of(new Profiles.Listed(kept.subject(), Optional.of(kept)));
    }

    static ProfileAnswer of(Profiles.Listed one) {
        KeptProfile kept = one.profile().orElse(null);
        Profile profile = kept == null ? null : kept.profile();
        return new ProfileAnswer(one.subject().handle(), one.subject().ground().word(), one.subject().toldBy(),
                one.subject().toldAt(), kept == null ? null : kept.madeAt(), profile == null ? null : profile.asOf(),
                kept == null ? null : Integer.valueOf(kept.taxonomy()), profile == null ? null : profile.followers(),
                profile == null
                        ? null
                        : new SampleAnswer(profile.sample().posts(), profile.sample().reposts(),
                                profile.sample().likes(), profile.sample().hidden()),
                profile == null ? null : profile.affinities().stream().map(TagAnswer::of).toList(),
                profile == null ? null : profile.notes());
    }
}
