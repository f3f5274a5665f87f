package dev.upswell.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.recommend.Leanings.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LeaningsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    static final Leanings.Usual USUAL = new Leanings.Usual(Map.of(Kind.WORD, Map.of("pawn", 0.01, "the", 0.5),
            Kind.CATEGORY, Map.of("chess", 0.02, "cats", 0.1), Kind.LANGUAGE, Map.of("id", 0.3, "en", 0.6)));

    static Leanings.Act act(String word, String category, String author, String language) {
        return new Leanings.Act(Map.of(Kind.WORD, Set.of(word, "the"), Kind.CATEGORY, Set.of(category), Kind.AUTHOR,
                Set.of(author), Kind.LANGUAGE, Set.of(language)), 1, NOW);
    }

    @Test
    void whatIsFoundMoreThanChanceHasItIsLeantTo() {
        Leanings leanings = Leanings.of(Collections.nCopies(20, act("pawn", "chess", "a", "id")), USUAL, NOW);

        assertThat(leanings.to(Kind.CATEGORY, "chess")).isCloseTo((float) Math.log(23 / 3.4), within(1e-5f));
        assertThat(leanings.to(Kind.LANGUAGE, "en")).isCloseTo((float) Math.log(3 / 15.0), within(1e-5f));
        assertThat(leanings.to(Kind.AUTHOR, "never met")).isZero();
        assertThat(leanings.strongest(Kind.WORD)).containsOnlyKeys("pawn", "the");
        assertThat(leanings.strongest(Kind.WORD).keySet()).startsWith("pawn");
        assertThat(leanings.words(Set.of("pawn", "unheard"))[2]).isGreaterThan(0.5f);
    }

    @Test
    void ofLateOldActsSayLittle() {
        Leanings.Act old = new Leanings.Act(Map.of(Kind.CATEGORY, Set.of("cats")), 1, NOW.minus(Duration.ofDays(30)));
        List<Leanings.Act> acts = Stream.concat(Collections.nCopies(20, old).stream(),
                Collections.nCopies(5, act("pawn", "chess", "a", "id")).stream()).toList();
        Leanings leanings = Leanings.of(acts, USUAL, NOW);

        float[] chess = leanings.strongest(Kind.CATEGORY, Set.of("chess"));
        float[] cats = leanings.strongest(Kind.CATEGORY, Set.of("cats"));
        assertThat(chess[0]).as("of late").isGreaterThan(cats[0]);
        assertThat(cats[1]).as("over all").isGreaterThan(chess[1]);
    }

    @Test
    void whatIsDoneLaterChangesNothing() {
        Leanings.Act later = new Leanings.Act(Map.of(Kind.CATEGORY, Set.of("cats")), 4, NOW.plusSeconds(1));
        List<Leanings.Act> acts = Collections.nCopies(5, act("pawn", "chess", "a", "id"));
        Leanings known = Leanings.of(acts, USUAL, NOW);
        Leanings foretold = Leanings.of(Stream.concat(acts.stream(), Stream.of(later)).toList(), USUAL, NOW);

        for (String category : List.of("cats", "chess")) {
            assertThat(foretold.strongest(Kind.CATEGORY, Set.of(category)))
                    .containsExactly(known.strongest(Kind.CATEGORY, Set.of(category)));
        }
        assertThat(Leanings.of(List.of(later), USUAL, NOW).isEmpty()).isTrue();
    }

    @Test
    void ofNobodyKnownNothingIsKnown() {
        Leanings nobody = Leanings.of(List.of(), USUAL, NOW);

        assertThat(nobody.isEmpty()).isTrue();
        assertThat(nobody.to(Kind.LANGUAGE, "en")).isNaN();
        assertThat(nobody.strongest(Kind.WORD)).isEmpty();
    }
}
