package dev.upswell.theme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.theme.Divergence.Kind;
import dev.upswell.theme.Divergence.Subject;
import dev.upswell.theme.Diverging.Motion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Subjects lie on a half circle: those within 41 degrees of each other are near (their cosine is 0.75 or more).
class DivergingTest {

    private static final Instant AT = Instant.parse("2026-03-01T00:00:00Z");

    private final List<Caption> captions = new ArrayList<>();
    private final List<Theme> themes = new ArrayList<>();
    private final Map<String, Membership> members = new HashMap<>();
    private double likeness = 1;
    private final Map<String, Motion> motions = new HashMap<>();

    private static Vector at(int degrees) {
        return Vector.kept(new float[]{(float) Math.cos(Math.toRadians(degrees)),
                (float) Math.sin(Math.toRadians(degrees))});
    }

    /// A hashtag that six videos of three creators carry.
    private void hashtag(String name, int degrees, double momentum, boolean emerging) {
        for (int i = 0; i < 6; i++) {
            captions.add(new Caption(name + i, "creator" + i % 3, AT, List.of(name), at(degrees)));
        }
        motions.put(name, new Motion(momentum, emerging));
    }

    /// A theme whose hashtags, which nobody posted, move so.
    private void theme(long id, int degrees, double... momenta) {
        themes.add(Theme.begun(id, at(degrees), .5, AT, AT));
        for (double momentum : momenta) {
            String name = "member" + members.size();
            members.put(name, new Membership(id, likeness));
            motions.put(name, new Motion(momentum, false));
        }
    }

    private Diverging.Search search() {
        return Diverging.of(new ThemeGroups(themes, members, Map.of(), 0), captions, new Nameless(), motions,
                ThemeSettings.usual());
    }

    /// Names say nothing, so a hashtag lies where its captions do.
    private static final class Nameless implements Embedder {

        @Override
        public int size() {
            return 2;
        }

        @Override
        public List<Vector> vectors(List<TextTokens> texts) {
            return texts.stream().map(text -> Vector.kept(new float[2])).toList();
        }
    }

    @Test
    void anEmergingHashtagThatMovesMoreThanOneOfNearlyTheSameMeaningIsFound() {
        hashtag("matchalatte", 0, .9, true);
        hashtag("matcha", 30, .3, false);
        hashtag("coffee", 90, .1, false);

        Diverging.Search search = search();

        assertThat(search.found()).singleElement().satisfies(pair -> {
            assertThat(pair.one()).isEqualTo(new Subject(Kind.HASHTAG, "matchalatte", .9));
            assertThat(pair.other()).isEqualTo(new Subject(Kind.HASHTAG, "matcha", .3));
            assertThat(pair.likeness()).isCloseTo(.866, within(.001));
            assertThat(pair.difference()).isCloseTo(.6, within(1e-9));
        });
        assertThat(search).extracting(Diverging.Search::pairs, Diverging.Search::apart, Diverging.Search::near)
                .as("with matcha and with coffee, both apart, one of them near").containsExactly(2, 2, 1);
    }

    @Test
    void theSlowerOneMayBeTheEmergingOne() {
        hashtag("matchalatte", 0, .3, true);
        hashtag("matcha", 30, .9, false);

        assertThat(search().found()).singleElement()
                .satisfies(pair -> assertThat(pair.one().id()).isEqualTo("matcha"));
    }

    @Test
    void whatLiesFartherThanTheLimitOrMovesAlikeIsNot() {
        hashtag("new", 0, .9, true);
        hashtag("farther", 42, .1, false);
        hashtag("alike", 10, .51, false);

        assertThat(search()).extracting(Diverging.Search::near, Diverging.Search::nearApart).containsExactly(1, 0);

        hashtag("within", 41, .1, false);
        assertThat(search().found()).extracting(pair -> pair.other().id()).containsExactly("within");
    }

    @Test
    void twoHashtagsThatBothEmergeOrNeitherAreNotCompared() {
        hashtag("one", 0, .9, true);
        hashtag("two", 5, .2, true);
        hashtag("three", 10, .9, false);
        hashtag("four", 15, .2, false);

        assertThat(search().found()).extracting(pair -> pair.one().id() + " " + pair.other().id())
                .containsExactlyInAnyOrder("one four", "three two");
    }

    @Test
    void aThemeMovesAsTheMiddleOneOfItsHashtagsDoes() {
        theme(7, 20, .1, .2, .9, .3);
        hashtag("new", 0, .7, true);

        assertThat(search().found()).singleElement().satisfies(pair -> {
            assertThat(pair.other().kind()).isEqualTo(Kind.THEME);
            assertThat(pair.other().momentum()).isCloseTo(.25, within(1e-9));
        });
    }

    @Test
    void themesNearEachOtherAreComparedAndThoseOfTwoHashtagsHaveNoMomentum() {
        theme(1, 0, .9, .9, .9);
        theme(2, 40, .2, .2, .2);
        theme(3, 20, .1, .1);

        assertThat(search().themes()).isEqualTo(2);
        assertThat(search().found()).extracting(pair -> pair.one().id() + " " + pair.other().id())
                .containsExactly("1 2");
    }

    @Test
    void whereHashtagsLieFartherFromTheirOwnThemeThatIsTheLimit() {
        hashtag("new", 0, .9, true);
        hashtag("matcha", 50, .1, false);
        assertThat(search()).extracting(Diverging.Search::limit, Diverging.Search::nearApart).containsExactly(.75, 0);

        likeness = .6;
        theme(1, 180, .1, .1, .1);
        assertThat(search()).extracting(Diverging.Search::limit, Diverging.Search::nearApart).containsExactly(.6, 1);
        hashtag("tea", 54, .1, false);
        assertThat(search().found()).extracting(pair -> pair.other().id()).containsExactly("matcha");
    }

    @Test
    void aHashtagWhoseMomentumIsNotKnownIsComparedWithNothing() {
        hashtag("new", 0, .9, true);
        hashtag("matcha", 10, .1, false);
        motions.remove("matcha");

        assertThat(search()).extracting(Diverging.Search::hashtags, Diverging.Search::pairs).containsExactly(1, 0);
    }

    @Test
    void ofMoreThanAHundredTheFarthestApartAreKept() {
        hashtag("new", 0, 1, true);
        for (int i = 0; i < 120; i++) {
            hashtag("old" + i, 10, .5 - i / 1_000.0, false);
        }

        Diverging.Search search = search();

        assertThat(search.nearApart()).isEqualTo(120);
        assertThat(search.found()).hasSize(100).first()
                .satisfies(pair -> assertThat(pair.other().id()).isEqualTo("old119"));
        assertThat(search()).isEqualTo(search);
    }
}
