package dev.upswell.server.recommend.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.recommend.Habits;
import dev.upswell.recommend.Leanings;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.recommend.LibraryVideo;
import dev.upswell.server.taste.Met;
import dev.upswell.server.taste.Met.Act;
import dev.upswell.server.taste.Reaction;
import dev.upswell.server.taste.Reaction.Kind;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Taxonomy;
import dev.upswell.taste.TextCategories;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LikingTest {

    private static final KnownLibrary.Told NOTHING = new KnownLibrary.Told(Leanings.NONE, Map.of());

    private static final Instant NOON = Library.NOON;

    private static ReadVideo video(String id, @Nullable String creator, @Nullable String caption,
            @Nullable Double seconds) {
        return ReadVideo.of(new LibraryVideo(id, creator, NOON, caption, "", null, null, null, null, seconds),
                new TextCategories(new Taxonomy(TaxonomyMaking.SPACE, List.of())));
    }

    private static Act act(String video, String action, @Nullable Double watched) {
        return new Act(video, action, NOON, watched);
    }

    private static Reaction reaction(String video, Kind kind, @Nullable Double strength) {
        return new Reaction(video, null, kind, strength, NOON);
    }

    @Test
    void habitsAreSharesOfWhatWasLikedAndWatchedByHalfOrMore() {
        Met met = new Met(Set.of(), Set.of("not"), List.of(act("liked", "liked", null), act("half", "watched", 10.0),
                act("little", "watched", 3.0), act("unknown", "watched", 30.0), act("passed", "watched", null),
                act("not", "liked", null)), List.of());
        Map<String, Liking> likings = Liking.of(met,
                List.of(reaction("here", Kind.WATCHED, 1.0), reaction("gone", Kind.LIKED, null),
                        reaction("gone", Kind.HIDDEN, null), reaction("seen", Kind.SHOWN, null)));
        String english = "The best way to make bread with your friends";
        String indonesian = "Cara membuat roti yang enak dan mudah untuk kamu";

        Habits habits = Liking.habits(likings, List.of(video("liked", "ani", english, 40.0),
                video("half", "ani", indonesian, 20.0), video("little", "bea", english, 20.0),
                video("unknown", "cid", english, null), video("here", "dea", null, 30.0),
                video("passed", "eva", english, 5.0)), new Liking.Told(4, NOTHING));

        assertThat(likings).containsOnlyKeys("here", "liked", "half", "little", "unknown");
        assertThat(habits.authors()).containsOnlyKeys("ani", "dea");
        assertThat(habits.authors().get("ani")).isCloseTo(1.5 / 2.5, within(1e-9));
        assertThat(habits.languages()).containsOnlyKeys("en", "id");
        assertThat(habits.languages().get("en")).isCloseTo(1 / 1.5, within(1e-9));
        assertThat(habits.usualSeconds()).isEqualTo(30.0);
        assertThat(habits.reactions()).isEqualTo(4);
    }

    @Test
    void habitsSayNothingOfWhatIsSensitive() {
        Met met = new Met(Set.of(), Set.of(), List.of(act("church", "liked", null), act("bread", "liked", null)),
                List.of());

        Habits habits = Liking.habits(Liking.of(met, List.of()), List.of(
                video("church", "priest", "Cara berdoa yang mudah untuk kamu di church prayer", 40.0),
                video("bread", "ani", "The best way to make bread with your friends", 20.0)),
                new Liking.Told(0, NOTHING));

        assertThat(habits.authors()).containsOnly(Map.entry("ani", 1.0));
        assertThat(habits.languages()).containsOnly(Map.entry("en", 1.0));
        assertThat(habits.usualSeconds()).isEqualTo(20.0);
    }

    @Test
    void whatIsKnownTwiceCountsOnceAtItsStrongest() {
        Met met = new Met(Set.of(), Set.of(), List.of(act("a", "watched", 12.0), act("a", "liked", null)), List.of());
        Liking liking = Objects
                .requireNonNull(Liking.of(met, List.of(reaction("a", Kind.WATCHED, 0.7))).get("a"));

        assertThat(liking).isEqualTo(new Liking(1, 12.0, 0.7));
        assertThat(liking.weight(20.0)).isEqualTo(1);
        assertThat(new Liking(0, 12.0, null).weight(20.0)).isEqualTo(0.6);
        assertThat(new Liking(0, 50.0, null).weight(20.0)).isEqualTo(1);
        assertThat(new Liking(0, 12.0, null).weight(null)).isZero();
    }

    @Test
    void theLast300VideosMakeAHabitWhoeverToldThem() {
        List<Reaction> old = IntStream.range(0, 200)
                .mapToObj(i -> new Reaction("told" + i, null, Kind.LIKED, null, NOON.minusSeconds(1000 + i))).toList();
        List<Act> acts = IntStream.range(0, 200)
                .mapToObj(i -> new Act("filed" + i, "liked", NOON.minusSeconds(i), null)).toList();

        Map<String, Liking> last = Liking.of(new Met(Set.of(), Set.of("filed5"), acts, List.of()), old);

        assertThat(last).hasSize(300).containsKeys("filed0", "filed199", "told0", "told100")
                .doesNotContainKeys("filed5", "told101", "told199");
    }

    @Test
    void whoLikedNothingHasNoHabits() {
        assertThat(Liking.habits(Map.of(), List.of(), new Liking.Told(0, NOTHING))).isEqualTo(Habits.UNKNOWN);
        assertThat(Liking.of(Met.NOTHING, List.of())).isEmpty();
    }
}
