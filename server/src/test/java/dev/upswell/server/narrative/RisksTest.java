package dev.upswell.server.narrative;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.narrative.Narratives.Filter;
import dev.upswell.server.narrative.RiskFlag.Rule;
import dev.upswell.server.store.TenantId;
import dev.upswell.server.store.TestDatabase;
import dev.upswell.server.wording.SampleWordings;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class RisksTest {

    private final TenantId tenant = TestDatabase.newTenant();

    private List<Narrative> risks(IntFunction<String> captions) {
        Narratives narratives = new MovingWorld(tenant, captions)
                .narratives(SampleWordings.of(tenant, List.of("Nothing [f9].")));
        narratives.make("hashtag/corgi");
        return narratives.list(
                new Filter(NarrativeKind.RISK, Narratives.topic("hashtag/corgi"), Locale.of("en")), 9, 0).items();
    }

    @Test
    void eachFlagTellsItsNumberAndItsLimit() {
        Narrative risk = risks(i -> "Buy now at corgi dot shop" + (i < 9 ? "" : i)).getFirst();

        assertThat(risk.flags()).extracting(RiskFlag::rule).containsExactly(Rule.ONE_CREATOR, Rule.FEW_CREATORS,
                Rule.SAME_CAPTIONS);
        assertThat(risk.text().sentences()).containsExactly(
                "The top creator share of #corgi is 92.3 % of the views gained [f1]; the limit is 50 % [f2].",
                "2 creators [f3] brought the 12 videos of #corgi that gained views [f4]; the limit is 0.3 creators for each video [f5].",
                "75 % of the captions of #corgi repeat [f6]; the limit is 30 % [f7].");
        assertThat(risk.flags().getLast().number()).isEqualTo(0.75);
        assertThat(risk.flags().getLast().limit()).isEqualTo(0.3);
    }

    @Test
    void captionsThatDifferRaiseNothingAndNeitherDoMissingOnes() {
        assertThat(risks(i -> i == 0 ? null : "Corgi number " + i).getFirst().flags()).extracting(RiskFlag::rule)
                .doesNotContain(Rule.SAME_CAPTIONS);
    }
}
