package dev.upswell.server.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.GlobalOptions;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.command.Commands;
import dev.upswell.server.store.TestDatabase;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Types commands in this process, on the store that all tests share, as a tenant of its own.
///
/// Whatever is typed, no stack trace may appear: every run is checked for it.
public final class Terminal {

    /// When the commands are typed.
    public static final Instant NOW = Instant.parse("2025-11-21T12:00:00Z");

    private static final InstantSource CLOCK = InstantSource.fixed(NOW);

    private final String tenant = TestDatabase.newTenantName();
    private final Map<String, String> environment = new HashMap<>();
    private String typed = "";

    public Terminal() {
        this(Map.of());
    }

    /// @param settings environment variables that commands find here
    Terminal(Map<String, String> settings) {
        // With PyTorch among the tests' libraries each training would take seconds more.
        environment.put("UPSWELL_FORECAST_NETWORK", "off");
        environment.putAll(settings);
        environment.put("UPSWELL_TENANT", tenant);
    }

    /// What a command left behind.
    ///
    /// @param out standard output
    /// @param err standard error
    public record Said(int exitCode, String out, String err) {

        /// The one document on standard output.
        public JsonNode json() {
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

    /// The services that commands work with here.
    OpenWorkplace workplace() {
        return (OpenWorkplace) opener(environment, typed).open(new GlobalOptions());
    }

    /// Serves this terminal's tenant for as long as a visit to the address takes.
    public void served(Consumer<String> visit) {
        Visitor.served(this, visitor -> visit.accept(visitor.server()));
    }

    /// Runs a command as this terminal's tenant.
    public Said run(String... command) {
        return run(environment, typed, command);
    }

    /// Runs a command as this terminal's tenant, with `--json`.
    public Said json(String... command) {
        List<String> line = new ArrayList<>(List.of(command));
        line.add("--json");
        return run(line.toArray(String[]::new));
    }

    /// What the next commands find on standard input.
    public Terminal typing(String text) {
        typed = text;
        return this;
    }

    /// Runs a command in this environment.
    static Said run(Map<String, String> environment, String... command) {
        return run(environment, "", command);
    }

    private static Said run(Map<String, String> environment, String typed, String... command) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var screen = new Screen(stream(out), stream(err), CLOCK, false, false);
        int exitCode = Cli.run(command, screen, opener(environment, typed), Commands::all);
        var said = new Said(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(said.screen()).doesNotContain("\tat ", "at dev.upswell", "at java.", "Exception");
        assertThat(exitCode).isBetween(Cli.DONE, Cli.QUARANTINED);
        return said;
    }

    private static DataFolderOpener opener(Map<String, String> environment, String typed) {
        var input = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        return new DataFolderOpener(TestDatabase.sharedFolder(), environment, CLOCK, new TypedInput(input, null));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
