package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.creative.FeatureDictionary;
import dev.upswell.server.app.Terminal.Said;
import org.junit.jupiter.api.Test;

class TrialsCommandTest {

    private static final String FEATURE = FeatureDictionary.STANDARD.choices().getFirst().name();
    private static final String SAYS = "Show at most 2 elements a second on average over the whole video";
    private static final String POSTED = "2025-03-01T00:00:00Z";

    private final Terminal terminal = new Terminal();

    @Test
    void aTrialIsBegunFilledShownAndEnded() {
        assertThat(terminal.run("trials", "list").out()).contains("No pattern is tried yet.");
        Said begun = terminal.json("trials", "create", "Hook", "--feature", FEATURE, "--side", "at_most",
                "--threshold", "2", "--lift", "1.6");
        String id = begun.json().at("/id").asString();
        assertThat(begun.json().at("/verdict").asString()).isEqualTo("not_enough_evidence");

        terminal.run("trials", "add", id, "test", "v1", "--creator", "ann", "--posted", POSTED, "--rate", "0.06",
                "--made", "done");
        Said shown = terminal.run("trials", "add", id, "control", "v2", "--creator", "ann", "--posted", POSTED,
                "--rate", "0.04");
        assertThat(shown.out()).contains("Hook (" + SAYS + "): not enough evidence", "Asked for: " + FEATURE + " ≤ 2.0",
                "Test: 1 video, 1 known at seven days, 0 too young, 0 not read then; engagement rate 6.00 %; 1 of 1"
                        + " analysed did as asked",
                "validate a true lift of 1.60 with a chance of 80 %.");
        assertThat(terminal.run("trials", "list").out()).contains("Hook", SAYS, "not enough evidence");

        assertThat(terminal.run("trials", "end", id).out()).contains(", ended");
        Said late = terminal.run("trials", "add", id, "test", "v3", "--posted", POSTED);
        assertThat(late.exitCode()).isEqualTo(1);
        assertThat(late.err()).contains("The trial Hook has ended.",
                "Begin another one: what comes later does not change a verdict.");
    }

    @Test
    void nonsenseIsToldWithWhatToDo() {
        assertThat(terminal.run("trials").err()).contains("Name one of list, create, add, show and end.");
        assertThat(terminal.run("trials", "show", "nonsense").err()).contains("There is no trial nonsense.");
        assertThat(terminal.run("trials", "create", "x", "--feature", "views").err())
                .contains("There is no creative choice called views.");
        assertThat(terminal.run("trials", "create", "x", "--feature", FEATURE, "--lift", "1.2").err())
                .contains("lift to be found (1.2) must lie from 1.3 to 3.0");
    }
}
