package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.upswell.server.app.Terminal.Said;
import dev.upswell.server.cli.Cli;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// Notices away from the page, as a person at a terminal sets them up, over a mail server in this process.
class NoticesCommandsTest {

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Terminal terminal = new Terminal();

    @BeforeEach
    void start() {
        server.start();
        terminal = new Terminal(Map.of("UPSWELL_MAIL_HOST", "localhost", "UPSWELL_MAIL_PORT",
                String.valueOf(server.getSmtp().getPort()), "UPSWELL_MAIL_SECURITY", "none", "UPSWELL_MAIL_FROM",
                "upswell@example.org"));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void whatHappenedIsMailedByTheJob() throws Exception {
        Said added = terminal.typing("anna@example.org").run("notices", "add", "on-call", "--by", "anna");
        assertThat(added.exitCode()).isZero();
        assertThat(added.screen()).contains("leads to a…@example.org", "notices test on-call").doesNotContain("anna@");

        terminal.run("agents", "run", "summary");
        Said sent = terminal.run("agents", "run", "notices");

        assertThat(sent.out()).contains("done: 1 sent, 1 notice");
        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(server.getReceivedMessages()[0].getSubject())
                .isEqualTo("Upswell: What happened on a day, in a few lines");
        assertThat(terminal.run("notices", "deliveries").out()).contains("on-call", "sent");
        assertThat(terminal.run("notices").out()).contains("STATUS_SUMMARY");
    }

    @Test
    void whatIsNotOfOneChannelTakesNoName() {
        for (String action : List.of("list", "channels")) {
            Said refused = terminal.run("notices", action, "on-call");

            assertThat(refused.exitCode()).isEqualTo(Cli.WRONG_USE);
            assertThat(refused.err()).contains(action + " is not of one channel",
                    "To see what was sent to on-call: ", "notices deliveries on-call");
        }
    }

    @Test
    void aTestTellsAtOnceHowItWent() {
        terminal.typing("anna@example.org").run("notices", "add", "on-call");

        assertThat(terminal.run("notices", "test", "on-call").out()).contains("The test was sent to on-call.");
        server.stop();
        Said away = terminal.run("notices", "test", "on-call");

        assertThat(away.exitCode()).isEqualTo(Cli.FAILED);
        assertThat(away.out())
                .contains("The test was not sent: the mail server cannot be reached: nobody listens there.");
    }

    @Test
    void channelsAreListedRuledAndRemoved() {
        assertThat(terminal.run("notices", "channels").out()).contains("Nobody is told away from the page",
                "notices add NAME");
        terminal.typing("anna@example.org").run("notices", "add", "on-call");
        terminal.run("notices", "send", "on-call", "--type", "metric_done");
        terminal.run("notices", "send", "on-call", "--type", "DRIFT_ALERT,JOB_FAILED", "--off");

        JsonNode channel = terminal.json("notices", "channels").json().get(0);
        assertThat(channel.at("/types").toString()).contains("METRIC_DONE").doesNotContain("DRIFT", "JOB_FAILED");
        assertThat(terminal.run("notices", "remove", "on-call").out()).contains("removed with its address");
        assertThat(terminal.run("notices", "deliveries").out()).contains("Nothing was sent yet.");
    }

    @Test
    void aWebhookInsideAPrivateNetworkIsRefusedUnlessASettingNamesIt() {
        Said refused = terminal.typing("http://127.0.0.1:1/hook").run("notices", "add", "hook");
        Said allowed = new Terminal(Map.of("UPSWELL_NETWORK_PRIVATE_HOSTS", "127.0.0.1"))
                .typing("http://127.0.0.1:1/hook").run("notices", "add", "hook");

        assertThat(refused.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(refused.err()).contains("127.0.0.1 is this machine, where no request is sent",
                "network.private-hosts");
        assertThat(allowed.exitCode()).isZero();
        assertThat(allowed.out()).containsPattern("shown this once: [\\w-]{43}");
    }

    @Test
    void whatCannotBeIsToldWithWhatCan() {
        assertWrongUse(terminal.run("notices", "test"), "which channel?", "notices channels");
        assertWrongUse(terminal.run("notices", "test", "nobody"), "there is no channel nobody");
        assertWrongUse(terminal.run("notices", "send", "nobody"), "which types of events?", "--type JOB_FAILED");
        assertWrongUse(terminal.run("notices", "send", "nobody", "--type", "NONE"), "there is no type NONE");
        assertWrongUse(new Terminal().typing("anna@example.org").run("notices", "add", "on-call"),
                "there is no mail server", "mail.host");
    }

    private static void assertWrongUse(Said said, String... texts) {
        assertThat(said.exitCode()).isEqualTo(Cli.WRONG_USE);
        assertThat(said.err()).contains(texts);
    }
}
