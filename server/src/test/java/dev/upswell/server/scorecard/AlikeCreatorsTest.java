package dev.upswell.server.scorecard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.scorecard.Diagnosis;
import dev.upswell.scorecard.Gap;
import dev.upswell.scorecard.Input;
import dev.upswell.server.scorecard.AlikeCreators.Winners;
import dev.upswell.server.scorecard.KnownInput.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AlikeCreatorsTest {

    private static final Offset<Double> EXACT = within(1e-9);

    private static KeptScorecard card(String creator, @Nullable Long followers, double reach, double quality,
            Map<String, Integer> hashtags) {
        List<KnownInput> known = new ArrayList<>();
        Map.of(Input.TOTAL_REACH, reach, Input.VIDEO_QUALITY, quality, Input.POSTING_CONSISTENCY, quality,
                Input.VIDEO_DURATION, 20.0).forEach(
                        (input, value) -> known
                                .add(new KnownInput(input, value, Origin.TOLD, "test", ScoredCreators.NOON)));
        return KeptScorecard.of(creator, ScoredCreators.NOON, Scoring.WRITTEN, new KnownInputs(known),
                new Traits(followers, hashtags));
    }

    private static Winners winners(KeptScorecard one, KeptScorecard... others) {
        List<KeptScorecard> all = new ArrayList<>(List.of(others));
        all.add(one);
        return new AlikeCreators(all).of(one, Diagnosis.of(one.inputs().inputs(), Scoring.WRITTEN.weighting(), Map.of())
                .bottlenecks()).getFirst();
    }

    @Test
    void winnersAreAlikeInSizeAndHashtagsAndDoWell() {
        KeptScorecard ada = card("ada", null, 1_000, 0.1, Map.of("soap", 3, "bath", 1));

        Winners found = winners(ada, card("near", null, 1_500, 0.9, Map.of("soap", 1, "tea", 1)),
                card("same", null, 1_000, 0.9, Map.of("soap", 3, "bath", 1)),
                card("large", null, 3_100, 0.9, Map.of("soap", 3, "bath", 1)),
                card("other", null, 1_000, 0.9, Map.of("tea", 3)),
                card("poor", null, 1_000, 0.5, Map.of("soap", 3, "bath", 1)));

        assertThat(found.bottleneck().gap()).isEqualTo(Gap.VIDEO_QUALITY);
        assertThat(found.alike()).isEqualTo(3);
        assertThat(found.winners()).extracting(AlikeCreators.Winner::creator).containsExactly("same", "near");
        AlikeCreators.Winner near = found.winners().getLast();
        assertThat(near.shared()).isEqualTo(0.5, EXACT);
        assertThat(near.times()).isEqualTo(1.5, EXACT);
        assertThat(near.likeness()).isEqualTo((0.5 + 1 - Math.log(1.5) / Math.log(3)) / 2, EXACT);
        assertThat(found.differences()).extracting(AlikeCreators.Difference::input)
                .containsExactlyInAnyOrder(Input.VIDEO_QUALITY, Input.POSTING_CONSISTENCY);
        assertThat(found.differences().getFirst().theirs()).isEqualTo(0.9, EXACT);
    }

    @Test
    void followersAreTheSizeWhereBothAreKnown() {
        KeptScorecard ada = card("ada", 1_000L, 1_000, 0.1, Map.of("soap", 1));

        assertThat(winners(ada, card("far", 9_000L, 1_000, 0.9, Map.of("soap", 1))).alike()).isZero();
        assertThat(winners(ada, card("near", 1_200L, 99_000, 0.9, Map.of("soap", 1))).alike()).isEqualTo(1);
        assertThat(winners(ada, card("unknown", null, 1_000, 0.9, Map.of("soap", 1))).alike()).isEqualTo(1);
        assertThat(winners(ada).winners()).isEmpty();
    }
}
