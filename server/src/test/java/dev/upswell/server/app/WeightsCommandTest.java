package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.market.Market;
import dev.upswell.market.MarketSettings;
import dev.upswell.market.MarketText;
import dev.upswell.server.app.Terminal.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsCommandTest {

    private final Terminal terminal = new Terminal();

    @TempDir
    Path folder;

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void weightsOfMadeUpCreatorsAreLearntAndFoundBetter() {
        String file = folder.resolve("made-up.csv").toString();
        Said made = terminal.run("weights", "simulate", file, "--seed", "4");
        Said said = terminal.run("weights", "fit", file, "--judge", "6");

        assertThat(made.out()).contains("Wrote 200 made-up creators over 16 periods", "first what drives most: "
                + "sales performance, audience fit, tiktok shop, discovery, trend fit.");
        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("audience fit", "0.040",
                "Learnt from 2,000 rows of 200 creators, periods 0 to 9; judged on 1,200 rows, periods 10 to 15, each creator by "
                        + "weights that do not know its past.",
                "Rank correlation with the next revenue: learnt 0.", "in 95 of 100 draws of creators.",
                "The learnt weights rank later revenue better than both, by more than chance explains.");
        assertThat(terminal.run("weights", "simulate", file).err()).contains("is there already");
        assertThat(terminal.run("weights", "simulate", file + "2", "--creators", "1").err())
                .contains("1 creators over 16 periods cannot be made up");
    }

    @Test
    void whereRevenueIsChanceNothingIsClaimed() throws IOException {
        Said said = terminal.json("weights", "fit", file("chance.csv",
                MarketText.of(Market.of(MarketSettings.chanceOnly(4).ofSize(60, 8)).seen())));

        assertThat(said.json().at("/betterThanBoth").asBoolean()).isFalse();
        assertThat(said.json().at("/source/fingerprint").asString()).hasSize(64);
        assertThat(said.json().at("/learntFrom/1").asString()).isEqualTo("4");
        assertThat(said.json().at("/weights").size()).isEqualTo(13);
        assertThat(terminal.run("weights", "fit", folder.resolve("chance.csv").toString()).out())
                .contains("are not shown to rank later revenue better than both: there is no reason to adopt them.");
    }

    @Test
    void rowsThatCannotBeUsedAndWhatIsLackingAreTold() throws IOException {
        Said said = terminal.run("weights", "fit", file("little.csv", """
            creator_id,period,conversion_rate,next_revenue
            ada,2026-01,0.05,100
            ada,2026-01,0.05,100
            bob,2026-01,0.05,
            eve,12,2,-3
            ,2026-02,0.1,much
            """));

        assertThat(said.exitCode()).isEqualTo(1);
        assertThat(said.err()).contains("line 3: ada has a row for period 2026-01 already.",
                "line 5: period must be written as in the rows before, and is 12. next_revenue must be at least 0, and is -3. "
                        + "conversion_rate must be from 0 to 1, and is 2.0.",
                "line 6: next_revenue must be a number, and is much. creator_id is missing.",
                "is too little to learn from: 1 of at least 6 periods, with those that judge; "
                        + "0 of at least 20 creators in the periods that are learnt from",
                "Add periods and creators");
        assertThat(terminal.run("weights", "fit", "/nowhere/history.csv").err()).contains("cannot be read");
    }

    @Test
    void weightsOfAFileAreKeptListedShownAdoptedAndWithdrawn() {
        String file = folder.resolve("made-up.csv").toString();
        terminal.run("weights", "simulate", file, "--seed", "4", "--creators", "60", "--periods", "10");
        assertThat(terminal.run("weights", "list").out()).contains("No learnt weights are kept yet");
        Said kept = terminal.json("weights", "fit", file, "--keep", "spring", "--by", "ada");

        assertThat(kept.exitCode()).as(kept.err()).isZero();
        assertThat(kept.json().at("/version").asInt()).isEqualTo(1);
        assertThat(terminal.run("weights", "list").out()).contains("spring", "learnt", "made-up.csv", "ada");
        Said shown = terminal.json("weights", "show", "spring");
        assertThat(shown.json().at("/weights")).isEqualTo(kept.json().at("/weights"));
        assertThat(shown.json().at("/standing")).isEqualTo(kept.json().at("/standing"));
        assertThat(terminal.run("weights", "show", kept.json().at("/kept").asString()).out())
                .contains("Kept as weighting spring, version 1.");
        assertThat(terminal.run("weights", "show", "autumn").err()).contains("No weights were learnt under autumn.");
        assertThat(terminal.run("weights", "adopt", "spring", "--reason", "To try").out())
                .contains("Creators are scored by spring (version 1) from now on.");
        assertThat(terminal.json("weights", "list").json().at("/0/inForce").asBoolean()).isTrue();
        assertThat(terminal.run("weights", "withdraw", "spring", "--reason", "Tried").out())
                .contains("Creators are scored by seed (version 1) from now on.");
        assertThat(terminal.run("weights", "withdraw", "spring", "--reason", "Again").err())
                .contains("The weighting spring is not in force, seed is.");
        assertThat(terminal.run("weights", "fit", file, "--keep", "Spring!").err())
                .contains("name must be of lower-case letters");
    }

    @Test
    void withoutAFileOnesOwnHistoryIsLearntFrom() {
        assertThat(terminal.run("weights", "fit").err()).contains(
                "the history of this tenant is too little to learn from: 0 of at least 6 periods, with those that judge;");
        assertThat(terminal.run("weights", "fit", "--keep", "mine").exitCode()).isEqualTo(1);
        assertThat(terminal.run("weights", "list").out()).contains("mine", "lacking",
                "lacks: 0 of at least 6 periods, with those that judge");
        assertThat(terminal.run("weights", "fit", "--period", "3").err()).contains("--period (3) must be 7 to 92");
        assertThat(terminal.run("weights", "fit", "--at", "2030-01-01T00:00:00Z").err())
                .contains("2030-01-01T00:00:00Z lies in the future");
        assertThat(terminal.run("weights").err()).contains("what is to be done with weights?");
    }
}
