package dev.upswell.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How many of the planted campaigns the flag finds, and how many of its flags are right, in the small world.
///
/// Measured: 27 of 36 campaigns found; of 172 windows flagged 80 hold one, of all 13,357 judged 159 do. What is flagged
/// wrongly are honest outbreaks of which the panel watches the videos of one or two creators.
///
/// What there was to choose, the least videos behind a lack of creators, was chosen on seeds 101 to 103; these are others.
@Tag("slow")
class BoostFlagTest {

    @Test
    void flagFindsMostPlantedCampaignsAndIsFarBetterThanChance() {
        int planted = 0;
        int found = 0;
        int flagged = 0;
        int right = 0;
        double bought = 0;
        double judged = 0;
        for (long seed = 1; seed <= 4; seed++) {
            WorldSettings settings = WorldSettings.of(WorldSize.SMALL, seed).withFutures(1);
            BoostedWorld world = BoostedWorld.of(settings);
            List<BoostedWorld.Campaign> campaigns = world.campaigns().stream()
                    .filter(each -> each.start().isAfter(settings.start().plus(Duration.ofDays(8)))
                            && each.end().isBefore(settings.end().minus(Duration.ofHours(6))))
                    .toList();
            planted += campaigns.size();
            found += (int) campaigns.stream().filter(each -> world.flagged().stream().anyMatch(each::isIn)).count();
            flagged += world.flagged().size();
            right += (int) world.flagged().stream().filter(world::isBought).count();
            bought += world.judged().stream().filter(world::isBought).count();
            judged += world.judged().size();
        }
        String seen = "recall " + found + "/" + planted + ", precision " + right + "/" + flagged + ", prevalence "
                + bought + "/" + judged;

        assertThat(found).as(seen).isGreaterThanOrEqualTo((int) (0.6 * planted));
        assertThat(right / (double) flagged).as(seen).isGreaterThan(10 * bought / judged);
    }
}
