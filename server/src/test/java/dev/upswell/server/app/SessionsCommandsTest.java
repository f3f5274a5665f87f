package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import org.junit.jupiter.api.Test;

/// Sessions as a person keeps them at a terminal.
class SessionsCommandsTest {

    private static final String COOKIES = "#HttpOnly_.studio.example\tTRUE\t/\tTRUE\t0\tsessionid\ts3cret-cookie\n";

    @Test
    void aSessionIsAddedFilledPausedResumedAndRemoved() {
        Terminal terminal = new Terminal();

        assertThat(terminal.run("sessions").out()).contains("There is no session", "sessions add NAME");
        Said added = terminal.typing("http://user:s3cret-pw@proxy.example:3128\n").run("sessions", "add", "me",
                "--page",
                "https://www.studio.example/content", "--proxy");
        Said filled = terminal.typing(COOKIES).run("sessions", "cookies", "me");
        Said listed = terminal.run("sessions");
        Said json = terminal.json("sessions");

        assertThat(added.out()).contains("sessions open me", "cookies.txt");
        assertThat(filled.out()).contains("The session me is healthy");
        assertThat(listed.out()).contains("healthy", "not said", "https://www.studio.example/content");
        assertThat(json.json().at("/0/identity/proxy").asString()).isEqualTo("http://proxy.example:3128");
        assertThat(added.screen() + filled.screen() + listed.screen() + json.screen()).doesNotContain("s3cret");
        assertThat(terminal.run("sessions", "pause", "me").out()).contains("is paused", "sessions resume me");
        assertThat(terminal.run("sessions", "capture", "me").err()).contains("is paused");
        assertThat(terminal.run("sessions", "resume", "me").out()).contains("is healthy");
        assertThat(terminal.run("sessions", "remove", "me").out()).contains("was removed with its cookies");
    }

    @Test
    void wrongUseIsTold() {
        Terminal terminal = new Terminal();

        assertThat(terminal.run("sessions", "open").exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(terminal.run("sessions", "capture", "nobody").err()).contains("there is no session nobody");
        assertThat(terminal.typing("s3cret").run("sessions", "add", "me", "--proxy").err())
                .contains("cannot be a proxy").doesNotContain("s3cret");
        assertThat(terminal.run("sessions", "add", "me", "--page", "http://elsewhere.example").err())
                .contains("cannot be the page of a session");
    }
}
