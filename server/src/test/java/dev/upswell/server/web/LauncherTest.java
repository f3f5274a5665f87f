package dev.upswell.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.web.ShellSettings.Launcher;
import java.util.List;
import org.junit.jupiter.api.Test;

class LauncherTest {

    private static final Launcher ACME = new Launcher("./upswell",
            List.of("--data", "/srv/my trends", "--tenant", "acme"));

    @Test
    void hintsLeadToTheDataThatThisServerShows() {
        assertThat(ACME.line("backtest")).isEqualTo("./upswell backtest --data '/srv/my trends' --tenant acme");
        assertThat(Launcher.usual().line("backtest")).isEqualTo("./upswell backtest");
    }

    @Test
    void theDemoKeepsItsOwnDataFolder() {
        assertThat(ACME.line("demo")).isEqualTo("./upswell demo");
    }

    @Test
    void commandsInMessagesAreWrittenAsThisInstallationHasThem() {
        Words words = new Words(ShellConfiguration.messageSource(), ACME);

        assertThat(words.say("error.413.text"))
                .endsWith("./upswell import FILE --data '/srv/my trends' --tenant acme");
        assertThat(words.sayOr("problem.forecast.noBacktest", "")).contains("./upswell backtest --data")
                .doesNotContain("`");
    }

    @Test
    void quotesOfAFolderCannotEndTheWord() {
        assertThat(new Launcher("./upswell", List.of("--data", "it's $(here)")).line("doctor"))
                .isEqualTo("./upswell doctor --data 'it'\\''s $(here)'");
    }
}
