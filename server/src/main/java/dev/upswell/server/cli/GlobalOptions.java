package dev.upswell.server.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The options that every command understands, wherever they stand on the line.
public final class GlobalOptions {

    @Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT, description = "Folder of the embedded database, lake, models and logs (default: ~/.upswell; of the demo, ~/.upswell-demo).")
    @Nullable
    Path data;

    @Option(names = "--tenant", paramLabel = "NAME", scope = ScopeType.INHERIT, description = "Whose data to work on (default: default).")
    @Nullable
    String tenant;

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print one JSON document on standard output and nothing else there.")
    boolean json;

    @Option(names = {"-v",
            "--verbose"}, scope = ScopeType.INHERIT, description = "Show the log on standard error too, with causes of failures.")
    // Read before parsing, because the log is set up by then.
    boolean verbose;

    /// The data folder that was asked for.
    public Optional<Path> data() {
        return Optional.ofNullable(data);
    }

    /// The tenant that was asked for.
    public Optional<String> tenant() {
        return Optional.ofNullable(tenant);
    }
}
