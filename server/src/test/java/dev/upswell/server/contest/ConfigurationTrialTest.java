package dev.upswell.server.contest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.upswell.ranking.TeamDraft.Team;
import dev.upswell.recommend.Reaction;
import dev.upswell.server.contest.ConfigurationTrial.Kind;
import dev.upswell.server.recommend.Configurations.State;
import dev.upswell.server.recommend.Given;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Trials from their beginning to the promotion of the winner, through the services that recommend and take reactions.
@Tag("slow")
class ConfigurationTrialTest {

    @TempDir
    private Path folder;

    private Audience audience(long seed, int people) {
        return new Audience(seed, people, folder.resolve("index" + seed));
    }

    private static ConfigurationTrials.Wanted wanted(Kind kind, String a, String b) {
        return new ConfigurationTrials.Wanted("trial", kind, a, b, ConfigurationTrials.USUAL_EFFECT, "ani");
    }

    @Test
    void anAbTestPicksTheConfigurationThatIsTrulyBetterAndItsPromotionRetiresTheOther() {
        Audience audience = audience(1, 70);
        audience.recommendations.configurations().activate(Audience.POPULAR);
        audience.recommendations.configurations().activate(Audience.weighing("beside", 0.5, 0.5));
        audience.recommendations.configurations().add(Audience.TASTEFUL, State.WAITING);
        audience.recommendations.configurations().add(Audience.weighing("next", 0.4, 0.6), State.WAITING);
        audience.trials.begin(wanted(Kind.AB, "popular", "tasteful"));
        assertThat(audience.trials.get("trial").look().verdict()).isEqualTo(TrialVerdict.TOO_FEW);

        audience.round(true);
        assertThat(audience.trials.get("trial").look().waiting()).isEqualTo(70);
        audience.pass(Duration.ofHours(25));
        audience.round(true);
        audience.pass(Duration.ofHours(25));

        Look look = audience.trials.get("trial").look();
        assertThat(look.verdict()).isEqualTo(TrialVerdict.B_BETTER);
        assertThat(look.a().people() + look.b().people()).isEqualTo(70);
        assertThat(look.a().lists() + look.b().lists()).isEqualTo(140);
        assertThat(look.value()).isCloseTo(look.b().reward() - look.a().reward(), within(1e-9));
        assertThat(look.low()).isPositive();
        assertThat(look.p()).isLessThan(0.05);
        assertThat(look.ratio()).isGreaterThan(0.001);
        assertThatThrownBy(() -> audience.recommendations.configurations().retire("popular"))
                .hasMessageContaining("Configuration popular is in trial trial, which runs.");

        audience.trials.end("trial", "ani");
        audience.trials.begin(new ConfigurationTrials.Wanted("other", Kind.AB, "popular", "beside", 1, "ani"));
        assertThatThrownBy(() -> audience.trials.promote("trial", "ani"))
                .hasMessageContaining("Trial other runs: configuration tasteful cannot be taken for all meanwhile.");
        audience.trials.end("other", "ani");
        assertThatThrownBy(() -> audience.trials.end("other", "ani")).hasMessageContaining("Trial other has ended.");
        audience.recommendations.configurations().requireRetired("tasteful");
        assertThatThrownBy(() -> audience.trials.promote("trial", "ani"))
                .hasMessageContaining("Configuration tasteful was retired since");
        assertThat(audience.trials.get("trial").trial().promoted()).isNull();
        audience.recommendations.configurations().add(Audience.TASTEFUL, State.WAITING);

        ConfigurationTrials.Seen promoted = audience.trials.promote("trial", "ani");

        assertThat(promoted.trial().promoted()).isEqualTo(
                new ConfigurationTrial.Promoted("tasteful", audience.now(), "ani"));
        assertThat(Objects.requireNonNull(promoted.trial().ended()).found()).isEqualTo(look);
        assertThat(audience.recommendations.configurations().active()).containsExactly(Audience.TASTEFUL);
        assertThat(audience.recommendations.configurations().list()).extracting(one -> one.configuration().name()
                + " " + one.state())
                .containsExactly("beside RETIRED", "next WAITING", "popular RETIRED", "tasteful ACTIVE");
        assertThat(audience.events()).contains("CONFIGURATION_TRIAL_ENDED").doesNotContain("RANKER_PROMOTED");
        assertThatThrownBy(() -> audience.trials.promote("trial", "ani")).hasMessageContaining("promoted already");
    }

    @Test
    void peopleKeepTheirSideAndListsCarryTheirTrial() {
        Audience audience = audience(2, 30);
        audience.recommendations.configurations().activate(Audience.POPULAR);
        audience.recommendations.configurations().activate(Audience.TASTEFUL);
        audience.recommendations.configurations().activate(Audience.weighing("beside", 0.5, 0.5));
        audience.trials.begin(wanted(Kind.AB, "popular", "tasteful"));

        for (int i = 0; i < 10; i++) {
            Given first = audience.recommendations.give("person" + i, Audience.LIST);
            audience.pass(Duration.ofMinutes(1));
            Given second = audience.recommendations.give("person" + i, Audience.LIST);
            assertThat(second.configuration()).isEqualTo(first.configuration()).isIn("popular", "tasteful");
            assertThat(first.trial()).isEqualTo("trial");
            assertThat(first.shares()).containsEntry("popular", 0.5).containsEntry("tasteful", 0.5)
                    .containsEntry("beside", 0.0);
            assertThat(audience.recommendations.get(Objects.requireNonNull(first.id()))).isEqualTo(first);
        }
        audience.reactToOne(List.of(Reaction.WATCHED));
        audience.pass(Duration.ofHours(25));
        Look look = audience.trials.get("trial").look();
        assertThat(look.a().people() + look.b().people()).isEqualTo(30);
        assertThat(look.a().reward() + look.b().reward()).as("nobody told how much was watched").isZero();
        audience.trials.end("trial", "ani");

        assertThat(audience.recommendations.give("person1", Audience.LIST).trial()).isNull();
    }

    @Test
    void equalConfigurationsAreNotTold() {
        for (long seed = 11; seed < 13; seed++) {
            Audience audience = audience(seed, 50);
            audience.recommendations.configurations().activate(Audience.TASTEFUL);
            audience.recommendations.configurations().activate(Audience.weighing("twin", 0.01, 1));
            audience.trials.begin(wanted(Kind.AB, "tasteful", "twin"));
            audience.round(true);
            audience.pass(Duration.ofHours(25));

            Look look = audience.trials.get("trial").look();

            assertThat(look.a().people() + look.b().people()).isEqualTo(50);
            assertThat(look.verdict()).as("seed " + seed).isIn(TrialVerdict.NO_DIFFERENCE_YET, TrialVerdict.TOO_FEW);
            String name = look.verdict() == TrialVerdict.TOO_FEW ? "too few" : "no difference";
            assertThatThrownBy(() -> audience.trials.promote("trial", "ani"))
                    .hasMessageContaining("Nobody won trial trial: " + name);
        }
    }

    @Test
    void interleavingPicksTheBetterOneFromListsOfBoth() {
        Audience audience = audience(3, 24);
        audience.recommendations.configurations().activate(Audience.POPULAR);
        audience.recommendations.configurations().activate(Audience.TASTEFUL);
        audience.trials.begin(wanted(Kind.INTERLEAVE, "tasteful", "popular"));

        for (int i = 0; i < 4; i++) {
            audience.round(true);
        }
        Given given = audience.recommendations.give("person1", Audience.LIST);
        audience.pass(Duration.ofHours(25));

        assertThat(given.configuration()).isEqualTo("tasteful+popular");
        assertThat(given.shares()).isEmpty();
        assertThat(given.logSlate()).isEmpty();
        assertThat(given.items()).extracting(Given.Item::team).doesNotContainNull()
                .filteredOn(team -> team == Team.A).hasSize(Audience.LIST / 2);
        assertThat(audience.recommendations.get(Objects.requireNonNull(given.id()))).isEqualTo(given);
        Look look = audience.trials.get("trial").look();
        assertThat(look.verdict()).isEqualTo(TrialVerdict.A_BETTER);
        assertThat(look.high()).isLessThan(0.5);
        assertThat(look.a().lists()).isGreaterThan(2 * look.b().lists());
        assertThat(look.a().lists() + look.b().lists() + look.undecided()).isEqualTo(97);
        assertThat(look.a().reward()).isGreaterThan(look.b().reward());
    }
}
