package dev.upswell.server.recommend;

import dev.upswell.recommend.Reaction;
import dev.upswell.recommend.Rewards;
import dev.upswell.server.web.Query;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What is told of a recommended video, from a page or by REST.
public final class ReactionForm {

    private static final List<String> KINDS = Arrays.stream(Reaction.values())
            .map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    private static final int LONGEST = 200;

    private ReactionForm() {
    }

    /// What this query says. How much was watched stays unknown where it does not.
    ///
    /// **errors** [RecommendRefused] where no video is named
    public static Rewards.Told of(Query query) {
        String video = query.text("video", LONGEST).orElse("");
        String kind = query.choice("kind", KINDS, "liked");
        Reaction reaction = Reaction.valueOf(kind.toUpperCase(Locale.ROOT));
        Double strength = query.fraction("strength").orElse(reaction == Reaction.WATCHED ? null : Double.valueOf(1));
        query.done();
        if (video.isEmpty()) {
            throw RecommendRefused.noVideo();
        }
        return new Rewards.Told(video, reaction, strength);
    }
}
