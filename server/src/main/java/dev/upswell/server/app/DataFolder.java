package dev.upswell.server.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which folder holds the data, found before anything else is read, because settings and log file lie in it.
final class DataFolder {

    /// What the demo's own folder adds to the name of the usual one.
    private static final String DEMO = "-demo";

    private static final Set<String> WITH_VALUE = Set.of("--data", "--tenant");

    private DataFolder() {
    }

    /// The folder of `--data`, else of `UPSWELL_DATA`, else `~/.upswell`; without `--data` the command `demo` takes a folder
    /// of its own beside it, so that it never mixes with real data.
    static Path of(List<String> args, Map<String, String> environment, Path home) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--data=")) {
                return Path.of(args.get(i).substring("--data=".length()));
            }
            if (args.get(i).equals("--data") && i + 1 < args.size()) {
                return Path.of(args.get(i + 1));
            }
        }
        String given = environment.getOrDefault("UPSWELL_DATA", "");
        Path usual = (given.isBlank() ? home.resolve(".upswell") : Path.of(given)).toAbsolutePath().normalize();
        boolean demo = command(args).filter("demo"::equals).isPresent();
        if (!demo) {
            return usual;
        }
        // The root of a file system has no name.
        return usual.getFileName() == null
                ? usual.resolve("upswell" + DEMO)
                : usual.resolveSibling(usual.getFileName() + DEMO);
    }

    /// The first word that is neither an option nor the value of one: before the command only global options stand.
    private static Optional<String> command(List<String> args) {
        for (int i = 0; i < args.size(); i++) {
            if (WITH_VALUE.contains(args.get(i))) {
                i++;
            } else if (!args.get(i).startsWith("-")) {
                return Optional.of(args.get(i));
            }
        }
        return Optional.empty();
    }
}
