package dev.upswell.server.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Which folder holds the data, found before anything else is read, because settings and log file lie in it.
final class DataFolder {

    private DataFolder() {
    }

    /// The folder of `--data`, else of `UPSWELL_DATA`, else `~/.upswell`; the demo has its own, so that it never mixes
    /// with real data.
    static Path of(List<String> args, Map<String, String> environment, Path home) {
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).startsWith("--data=")) {
                return Path.of(args.get(i).substring("--data=".length()));
            }
            if (args.get(i).equals("--data") && i + 1 < args.size()) {
                return Path.of(args.get(i + 1));
            }
        }
        String fromEnvironment = environment.get("UPSWELL_DATA");
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return Path.of(fromEnvironment);
        }
        return home.resolve(args.contains("demo") ? ".upswell-demo" : ".upswell");
    }
}
