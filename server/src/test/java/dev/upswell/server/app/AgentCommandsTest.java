package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The agents as a person at a terminal sees and changes them.
class AgentCommandsTest {

    private final Terminal terminal = new Terminal();

    @Test
    void jobsAreListedWithTheirCadence() {
        Said said = terminal.run("agents");

        assertThat(said.exitCode()).isZero();
        assertThat(said.out()).contains("ingestion", "15m", "daily 02:00", "mon 04:00 + new data", "30d",
                "tue,fri 05:00");
    }

    @Test
    void aCadenceIsChangedKeptAndGivenBack() {
        Said changed = terminal.run("agents", "set", "drift", "--every", "6h", "--by", "anna");
        JsonNode kept = terminal.json("agents").json();
        Said usual = terminal.run("agents", "set", "drift", "--usual");

        assertThat(changed.out()).contains("6h + new data");
        assertThat(job(kept, "drift").at("/every").asString()).isEqualTo("6h");
        assertThat(job(kept, "drift").at("/changedBy").asString()).isEqualTo("anna");
        assertThat(usual.out()).contains("12h + new data");
        assertThat(terminal.run("events", "--type", "cadence_changed").out()).contains("anna", "CADENCE_CHANGED");
    }

    @Test
    void aJobIsSwitchedOffAndOn() {
        assertThat(terminal.run("agents", "set", "sweep", "--off").out()).contains(" off ");
        assertThat(terminal.run("agents", "set", "sweep", "--on").out()).doesNotContain(" off ");
    }

    @Test
    void whatIsNoCadenceNoJobOrNoChangeIsToldWithWhatIs() {
        assertWrongUse(terminal.run("agents", "set", "drift", "--every", "noon"), "must be a period", "daily 02:00");
        assertWrongUse(terminal.run("agents", "set", "nonsense", "--off"), "There is no job nonsense", "list them all");
        assertWrongUse(terminal.run("agents", "set", "drift"), "what is to be changed?", "--usual");
        assertWrongUse(terminal.run("agents", "set"), "which job?", "agents");
        assertWrongUse(terminal.run("agents", "set", "drift", "--on", "--off"), "on or off?", "--on");
        assertWrongUse(terminal.run("events", "--agent", "smith"), "there is no agent smith", "ingestion, metric");
        assertWrongUse(terminal.run("events", "--type", "NONE"), "there is no type NONE", "docs/events.md");
    }

    @Test
    void aJobIsRunHereAndNowAndLeavesItsRunAndEvents() {
        Said audited = terminal.run("agents", "run", "audit");
        Said summed = terminal.run("agents", "run", "summary");

        assertThat(audited.out()).contains("done: 4 checks");
        assertThat(summed.exitCode()).isZero();
        assertThat(terminal.run("events").out()).contains("AUDIT_DONE", "STATUS_SUMMARY", "governance");
        assertThat(job(terminal.json("agents").json(), "audit").at("/last/state").asString()).isEqualTo("DONE");
    }

    @Test
    void whereNothingWasSaidOfTextsNoPromptIsProposed() {
        Said said = terminal.run("agents", "run", "prompt-refinement");

        assertThat(said.exitCode()).isZero();
        assertThat(terminal.json("prompts", "trials").json().size()).isZero();
        assertThat(terminal.run("prompts", "refine").out()).contains("Too little was said of texts");
    }

    private static void assertWrongUse(Said said, String... texts) {
        assertThat(said.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains(texts);
    }

    private static JsonNode job(JsonNode jobs, String name) {
        for (JsonNode job : jobs) {
            if (job.at("/job").asString().equals(name)) {
                return job;
            }
        }
        throw new AssertionError(name + " is not among " + jobs);
    }
}
