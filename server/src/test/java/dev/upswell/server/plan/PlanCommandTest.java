package dev.upswell.server.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The command `plan` of a tenant without videos, on a Friday.
class PlanCommandTest {

    private final Terminal terminal = new Terminal();

    @Test
    void aWeekIsPlannedAtTheCommandLine() {
        assertThat(
                terminal.json("plan", "account", "@Ada", "--per-week", "3").json().at("/accounts/0/handle").asString())
                .isEqualTo("ada");

        JsonNode filled = terminal.json("plan", "fill", "--zone", "Asia/Jakarta").json();
        String first = filled.at("/slots/0/id").asString();
        String second = filled.at("/slots/1/id").asString();

        assertThat(filled.at("/monday").asString()).isEqualTo("2025-11-24");
        assertThat(filled.at("/slots")).hasSize(3);
        assertThat(filled.at("/open").asInt()).isZero();
        assertThat(terminal.json("plan", "decline", first, "--by", "mira").json().at("/decidedBy").asString())
                .isEqualTo("mira");
        assertThat(terminal.json("plan", "move", second, "2025-12-03T10:00:00Z").json().at("/state").asString())
                .isEqualTo("moved");
        assertThat(terminal.run("plan", "accept", "--zone", "Asia/Jakarta").out()).contains("accepted", "declined")
                .contains("2 wanted posts without an hour");
        assertThat(terminal.run("plan", "show", "--week", "2025-12-03").out()).contains("Wed 2025-12-03 10:00",
                "moved");
        assertThat(terminal.run("plan", "account", "ada", "--remove").out()).contains("No account is planned for.");
    }

    @Test
    void whatCannotBeIsToldWithAdvice() {
        assertThat(terminal.run("plan").err()).contains("what is to be planned?");
        assertThat(terminal.run("plan", "fill").err()).contains("There is no account to plan for.", "Add one");
        assertThat(terminal.run("plan", "fill", "--zone", "Mars/Olympus").err())
                .contains("There is no time zone Mars/Olympus.");
        assertThat(terminal.run("plan", "account", "ada", "--per-week", "9").err())
                .contains("perWeek (9) must be 1 to 7");
        assertThat(terminal.run("plan", "accept", "nothing").err()).contains("There is no planned slot nothing.");
    }
}
