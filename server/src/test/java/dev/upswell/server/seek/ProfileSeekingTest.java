package dev.upswell.server.seek;

import static dev.upswell.server.recommend.Library.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.embed.Vector;
import dev.upswell.server.live.LiveSearch;
import dev.upswell.server.live.LiveSearch.Answered;
import dev.upswell.server.live.LiveSearch.Found;
import dev.upswell.server.live.LiveSearch.State;
import dev.upswell.server.recommend.Library;
import dev.upswell.server.store.StoreException;
import dev.upswell.server.taste.Ground;
import dev.upswell.server.taste.Profiles;
import dev.upswell.server.taste.Taxonomies;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.Category;
import dev.upswell.taste.SearchQuery;
import dev.upswell.taste.Taxonomy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Which queries are put for whom, and what is made of what came.
class ProfileSeekingTest {

    private static final InstantSource CLOCK = InstantSource.fixed(NOON);
    private static final SeekSettings SETTINGS = new SeekSettings(false, "api23", 3, 20, 10, Duration.ofMinutes(60),
            Duration.ofSeconds(10));

    private final Library library = new Library();
    private final Profiles profiles = new Profiles(library.tenant, library.database, CLOCK);
    private final List<LiveSearch.Wish> wishes = new ArrayList<>();

    @BeforeEach
    void makeProfile() {
        List<Category> categories = Stream.of("noodles", "chess", "hiking", "vintage bags").map(word -> {
            Vector vector = TaxonomyMaking.EMBEDDER.vector(word);
            return new Category(word.replace(' ', '_'), "Videos about " + word + ".", List.of(word, word + " tips"),
                    vector, vector, null);
        }).toList();
        var taxonomy = new Taxonomies(library.tenant, library.database, CLOCK)
                .keep(new Taxonomy(TaxonomyMaking.SPACE, categories), "test");
        profiles.make("mia", Ground.OWN, "test", taxonomy);
    }

    private ProfileSeeking seeking(SeekSettings settings, LiveSearch search) {
        return new ProfileSeeking(search, profiles, settings);
    }

    private LiveSearch answering(Answered... answers) {
        return wish -> {
            wishes.add(wish);
            return new Found("api23", List.of(answers));
        };
    }

    private static Answered without(State state) {
        return Answered.without("q " + state, state, "because");
    }

    @Test
    void theFirstQueriesOfTheProfileArePutAsTheSettingsSay() {
        List<String> all = profiles.queries("mia").stream().map(SearchQuery::text).toList();
        assertThat(all).hasSizeGreaterThan(3);

        Sought sought = seeking(SETTINGS, answering()).seek("@Mia", Wish.LIVE);

        assertThat(wishes).containsExactly(
                new LiveSearch.Wish("api23", all.subList(0, 3), 20, 10, Duration.ofMinutes(60),
                        Duration.ofSeconds(10)));
        assertThat(sought).isEqualTo(new Sought("api23", List.of(), Set.of()));
    }

    @Test
    void nobodyIsAskedUnlessItIsWishedOrSet() {
        var always = new SeekSettings(true, "", 10, 20, 10, Duration.ofMinutes(60), Duration.ofSeconds(10));

        assertThat(seeking(SETTINGS, answering()).seek("mia", Wish.AS_SET)).isEqualTo(Sought.UNASKED);
        assertThat(seeking(SETTINGS, answering()).seek("mia", Wish.STORED).wasWished()).isFalse();
        assertThat(seeking(always, answering()).seek("mia", Wish.STORED)).isEqualTo(Sought.UNASKED);
        assertThat(seeking(SETTINGS, answering()).seek("nobody", Wish.LIVE)).as("no profile").isEqualTo(Sought.UNASKED);
        assertThat(wishes).isEmpty();
        assertThat(seeking(always, answering()).seek("mia", Wish.AS_SET).wasWished()).isTrue();
        assertThat(wishes).hasSize(1);
        assertThat(List.of(Wish.of(true), Wish.of(false), Wish.of(null))).containsExactly(Wish.LIVE, Wish.STORED,
                Wish.AS_SET);
    }

    @Test
    void whatStandsInTheWayIsToldByItsKind() {
        assertThat(seeking(SETTINGS, wish -> new Found(null, List.of())).seek("mia", Wish.LIVE).lacks())
                .containsExactly(Sought.Lack.NO_SOURCE);
        assertThat(seeking(SETTINGS, answering(without(State.DENIED))).seek("mia", Wish.LIVE).lacks())
                .containsExactly(Sought.Lack.DENIED);
        assertThat(seeking(SETTINGS, answering(without(State.SPENT), without(State.LATE), without(State.FAILED)))
                .seek("mia", Wish.LIVE).lacks()).containsExactlyInAnyOrder(Sought.Lack.SPENT, Sought.Lack.SILENT);
        assertThat(seeking(SETTINGS, answering(without(State.AWAY))).seek("mia", Wish.LIVE).lacks())
                .containsExactly(Sought.Lack.AWAY);
        assertThat(seeking(SETTINGS, answering(without(State.SPARED))).seek("mia", Wish.LIVE).lacks())
                .as("left to others, as it is set").isEmpty();
        assertThat(seeking(SETTINGS, answering(new Answered("q", State.ASKED, "api23", NOON, List.of(), null)))
                .seek("mia", Wish.LIVE).lacks()).as("an empty answer is one").isEmpty();
        assertThat(seeking(SETTINGS, wish -> {
            throw StoreException.retryable("the database is away", "test", "Wait.", null);
        }).seek("mia", Wish.LIVE)).isEqualTo(Sought.without(Sought.Lack.AWAY));
    }

    @Test
    void aVideoThatSeveralQueriesFoundIsToldByTheOneThatWasPutNow() {
        Sought sought = seeking(SETTINGS, answering(
                new Answered("kept", State.KEPT, "api23", NOON.minusSeconds(60), List.of("v1", "v2"), null),
                new Answered("asked", State.ASKED, "api23", NOON, List.of("v2", "v3"), null)))
                .seek("mia", Wish.LIVE);

        assertThat(sought.byVideo().keySet()).containsExactly("v2", "v3", "v1");
        assertThat(sought.find("v2")).isEqualTo(new LiveFind("api23", "asked", NOON, true));
        assertThat(sought.find("v1")).isEqualTo(new LiveFind("api23", "kept", NOON.minusSeconds(60), false));
        assertThat(sought.find("v4")).isNull();
    }
}
