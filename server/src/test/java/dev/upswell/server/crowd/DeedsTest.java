package dev.upswell.server.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.upswell.server.crowd.Deed.Kind;
import dev.upswell.server.taste.Met.Act;
import dev.upswell.server.taste.Reaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeedsTest {

    private static final Instant NOON = CrowdBench.NOON;

    private static Act act(String video, String action, long hoursAgo, @Nullable Double watched) {
        return new Act(video, action, NOON.minusSeconds(3_600 * hoursAgo), watched);
    }

    private static Reaction reaction(String video, Reaction.Kind kind, @Nullable Double strength) {
        return new Reaction(video, null, kind, strength, NOON);
    }

    private static List<Deed> deeds(List<Act> acts, List<Reaction> reactions) {
        return Deeds.of(acts, reactions, video -> video.equals("unknown") ? null : 20.0, NOON);
    }

    @Test
    void whatWasDoneIsWorthAsMuchAsReactionsAre() {
        List<Deed> deeds = deeds(List.of(act("a", "liked", 1, null), act("b", "favourited", 2, null),
                act("c", "shared", 3, null), act("d", "reposted", 4, null), act("e", "watched", 5, 15.0),
                act("f", "posted", 6, null), act("g", "commented", 7, null)), List.of());

        assertThat(deeds).extracting(Deed::video).containsExactly("a", "b", "c", "d", "e", "f");
        assertThat(deeds).extracting(Deed::worth).containsExactly(2.0, 3.0, 4.0, 4.0, 0.75, 4.0);
    }

    @Test
    void besideWatchingCountsWhatIsKnownToHaveBeenWatchedAndEachKindOnce() {
        List<Act> acts = List.of(act("a", "watched", 5, null), act("a", "liked", 4, null),
                act("a", "reposted", 3, null),
                act("b", "watched", 5, 1.0), act("c", "liked", 1, null), act("d", "watched", 5, 20.0),
                act("d", "liked", 4, null), act("d", "hidden", 3, null), act("later", "watched", -1, 20.0));
        List<Reaction> reactions = List.of(reaction("a", Reaction.Kind.LIKED, null),
                reaction("e", Reaction.Kind.CLICKED, null), reaction("e", Reaction.Kind.SAVED, null),
                reaction("f", Reaction.Kind.WATCHED, 0.1), reaction("g", Reaction.Kind.SHOWN, null));

        assertThat(Deeds.besideWatching(acts, reactions, NOON)).containsExactlyInAnyOrderEntriesOf(
                Map.of("a", 6.0, "b", 0.0, "d", 0.0, "e", 3.0, "f", 0.0));
    }

    @Test
    void whatPassedByOrWasHiddenSaysNothing() {
        List<Deed> deeds = deeds(List.of(act("little", "watched", 1, 9.0), act("unknown", "watched", 1, 90.0),
                act("untold", "watched", 1, null), act("gone", "liked", 1, null), act("not", "liked", 2, null),
                act("not", "hidden", 1, null), act("whole", "watched", 1, 90.0)),
                List.of(reaction("gone", Reaction.Kind.HIDDEN, null), reaction("seen", Reaction.Kind.SHOWN, null),
                        reaction("half", Reaction.Kind.WATCHED, 0.5), reaction("less", Reaction.Kind.WATCHED, 0.4)));

        assertThat(deeds).containsExactly(new Deed("half", Kind.WATCHED, 0.5, NOON),
                new Deed("whole", Kind.WATCHED, 1, NOON.minusSeconds(3_600)));
    }

    @Test
    void whatIsDoneLaterIsNotKnownYet() {
        List<Act> acts = List.of(act("a", "liked", 1, null));
        List<Reaction> reactions = List.of(reaction("b", Reaction.Kind.LIKED, null));

        assertThat(Deeds.of(List.of(acts.getFirst(), act("a", "hidden", -1, null), act("c", "liked", -1, null)),
                reactions, video -> null, NOON)).isEqualTo(deeds(acts, reactions));
        assertThat(Deeds.of(acts, reactions, video -> null, NOON.minusSeconds(1))).extracting(Deed::video)
                .containsExactly("a");
    }

    @Test
    void sharesAreNoSeconds() {
        assertThatThrownBy(() -> new Deed("a", Kind.WATCHED, 20, NOON))
                .hasMessageContaining("Maybe seconds were given in place of a share.");
    }
}
