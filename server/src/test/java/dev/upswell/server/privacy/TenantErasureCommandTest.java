package dev.upswell.server.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.app.Terminal;
import dev.upswell.server.cli.Cli;
import dev.upswell.server.store.TestDatabase;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class TenantErasureCommandTest {

    private final Terminal terminal = new Terminal();

    @Test
    void aTenantGoesWhenItsNameIsConfirmedAndItsRecordIsFoundByTheNameAlone() {
        String name = TestDatabase.newTenantName();

        Terminal.Said unconfirmed = terminal.run("tenants", "erase", name);
        JsonNode erased = terminal.json("tenants", "erase", name, "--confirm", name, "--by", "dana").json();
        JsonNode records = terminal.json("tenants", "erasures", name).json();

        assertThat(unconfirmed.exitCode()).isNotZero();
        assertThat(unconfirmed.err()).contains("Nothing was erased", "privacy export");
        assertThat(TestDatabase.shared().tenants().find(name)).isEmpty();
        assertThat(erased.get("askedBy").asString()).isEqualTo("dana");
        assertThat(erased.get("standing").asString()).isEqualTo("as written");
        assertThat(erased.toString()).doesNotContain(name);
        assertThat(records.get("sound").asBoolean()).isTrue();
        assertThat(records.at("/erasures/0/id").asString()).isEqualTo(erased.get("id").asString());
        assertThat(records.toString()).doesNotContain(name);
    }

    @Test
    void theRecordsAreToldInWords() {
        String name = TestDatabase.newTenantName();
        Terminal.Said erased = terminal.run("tenants", "erase", name, "--confirm", name);
        Terminal.Said all = terminal.run("tenants", "erasures");

        assertThat(erased.exitCode()).as(erased.err()).isEqualTo(Cli.DONE);
        assertThat(erased.out()).contains("nothing is left", "of the chain", "Backups are not known");
        assertThat(all.exitCode()).as(all.out()).isEqualTo(Cli.DONE);
        assertThat(all.out()).contains("as written", "is as it was written");
        assertThat(terminal.run("tenants", "erasures", "nobodys").out()).contains("No tenant nobodys was erased.");
        assertThat(terminal.run("tenants", "erase", "nobodys", "--confirm", "nobodys").err())
                .contains("There is no tenant \"nobodys\".");
    }
}
