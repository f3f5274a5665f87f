package dev.upswell.server.theme;

import dev.upswell.theme.Collision;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/// Two hashtags or themes that collide, as REST and commands tell it.
@Schema(name = "Collision")
public record CollisionDocument(Side one, Side other,
        @Schema(description = "Creators who carried both within four weeks") int sharedCreators,
        @Schema(description = "How many there would be by chance, among creators that post as much on other things") double expectedCreators,
        @Schema(description = "The one by the other") double timesChance,
        @Schema(description = "Lower end of its 95 % interval") double timesChanceLow,
        @Schema(description = "Upper end of it") double timesChanceHigh,
        @Schema(description = "Creators who carried both in one video") int togetherBy,
        @Schema(description = "together: most carry both in one video; apart: most do not; open: too few to say") String manner,
        @Schema(description = "Largest of the probabilities that chance gives the overlap and either rise") double p,
        @Schema(description = "False-discovery rate at which it is still found, among all pairs tested; 0.05 at most") double adjusted) {

    /// One of the two.
    @Schema(name = "CollisionSide")
    public record Side(@Schema(description = "Hashtag without #, or id of the theme") String id,
            @Schema(description = "As it was called then") String name,
            @Schema(description = "Creators who carried it within four weeks") int creators,
            @Schema(description = "How many of them in the last seven days") int lastWeek,
            @Schema(description = "How many in the seven days before") int weekBefore) {

        static Side of(Collision.Rise rise, String name) {
            return new Side(rise.subject(), name, rise.creators(), rise.lastWeek(), rise.weekBefore());
        }
    }

    /// This pair.
    public static CollisionDocument of(CollisionRun.Pair pair) {
        Collision one = pair.collision();
        return new CollisionDocument(Side.of(one.one(), pair.oneName()), Side.of(one.other(), pair.otherName()),
                one.creators().both(), one.creators().expected(), one.creators().ratio(), one.creators().low(),
                one.creators().high(), one.togetherBy(), one.manner().name().toLowerCase(Locale.ROOT), one.p(),
                one.adjusted());
    }

    /// These pairs.
    public static List<CollisionDocument> of(List<CollisionRun.Pair> pairs) {
        return pairs.stream().map(CollisionDocument::of).toList();
    }
}
