package dev.upswell.server.app;

import dev.upswell.server.cli.Cli;
import dev.upswell.server.cli.Screen;
import dev.upswell.server.cli.command.Commands;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/// Starts a command with the real clock, environment and streams.
public final class Launch {

    private Launch() {
    }

    /// Runs the command and gives its exit code.
    public static int run(String[] args) {
        return run(args, System.getenv());
    }

    /// The same with this environment in place of the process's.
    public static int run(String[] args, Map<String, String> environment) {
        return run(args, environment, Pace.life(InstantSource.system()));
    }

    /// The same while time passes at this pace.
    static int run(String[] args, Map<String, String> environment, Pace pace) {
        Path data = DataFolder.of(List.of(args), environment, Path.of(System.getProperty("user.home")));
        System.setProperty("upswell.logs", data.resolve("logs").toString());
        if (List.of(args).contains("-v") || List.of(args).contains("--verbose")) {
            System.setProperty("upswell.screen.level", "DEBUG");
            System.setProperty("upswell.level", "DEBUG");
            System.setProperty("upswell.libraries.level", "INFO");
        }
        PrintStream out = stream(FileDescriptor.out);
        boolean interactive = System.console() != null && System.console().isTerminal();
        // Libraries that print go to standard error: standard output belongs to the result.
        System.setOut(System.err);
        var screen = new Screen(out, stream(FileDescriptor.err), pace.clock(), interactive, false);
        int exitCode = Cli.run(args, screen, new DataFolderOpener(data, environment, pace),
                Commands::all);
        out.flush();
        return exitCode;
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), true, StandardCharsets.UTF_8);
    }
}
