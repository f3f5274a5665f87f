package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.command.Commands;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Types commands in this process, on the store that all tests share, as a tenant of its own.
///
/// Whatever is typed, no stack trace may appear: every run is checked for it.
final class Terminal {

    /// When the commands are typed.
    static final Instant NOW = Instant.parse("2025-11-21T12:00:00Z");

    private final String tenant = TestDatabase.newTenantName();

    /// What a command left behind.
    ///
    /// @param out standard output
    /// @param err standard error
    record Said(int exitCode, String out, String err) {

        /// The one document on standard output.
        JsonNode json() {
            return JsonMapper.shared().readTree(out);
        }

        /// All that a person sees.
        String screen() {
            return out + err;
        }
    }

    String tenant() {
        return tenant;
    }

    /// Runs a command as this terminal's tenant.
    Said run(String... command) {
        return run(Map.of("UPSWELL_TENANT", tenant), command);
    }

    /// Runs a command as this terminal's tenant, with `--json`.
    Said json(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.add("--json");
        return run(line.toArray(String[]::new));
    }

    /// Runs a command in this environment.
    static Said run(Map<String, String> environment, String... command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        InstantSource clock = InstantSource.fixed(NOW);
        var screen = new Screen(stream(out), stream(err), clock, false, false);
        int exitCode = Cli.run(command, screen,
                new DataFolderOpener(TestDatabase.sharedFolder(), environment, clock), Commands::all);
        var said = new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(said.screen()).doesNotContain("\tat ", "at dev.upswell", "at java.", "Exception");
        assertThat(exitCode).isBetween(Cli.DONE, Cli.QUARANTINED);
        return said;
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
