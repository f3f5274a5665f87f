package dev.upswell.server.cli;

import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;

/// The command line: parses, runs one command and turns every failure into two lines and an exit code.
public final class Cli {

    /// Exit code of a finished command.
    public static final int DONE = 0;
    /// Exit code of work that failed.
    public static final int FAILED = 1;
    /// Exit code of a command used wrongly.
    public static final int WRONG_USE = 2;
    /// Exit code of an import under `--strict` that quarantined rows.
    public static final int QUARANTINED = 3;

    private Cli() {
    }

    /// Runs the command in `args` and gives its exit code.
    ///
    /// @param opener opens the services a command works with
    /// @param commands makes the commands over their console
    public static int run(String[] args, Screen screen, WorkplaceOpener opener,
            Function<Console, List<Callable<Integer>>> commands) {
        Root root = new Root();
        CommandLine line = new CommandLine(root);
        line.getCommandSpec().version("Upswell " + opener.version());
        Console console = new Console(root.options, screen, opener);
        for (Callable<Integer> command : commands.apply(console)) {
            CommandLine below = new CommandLine(command);
            if (command instanceof Branching branching) {
                branching.branches().forEach(below::addSubcommand);
            }
            line.addSubcommand(below);
        }
        line.addSubcommand(new CommandLine.HelpCommand());
        line.setExecutionExceptionHandler((failure, at, parsed) -> report(failure, screen));
        line.setParameterExceptionHandler((failure, given) -> wrongUse(failure, screen));
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setOut(new PrintWriter(screen.out(), true));
        line.setErr(new PrintWriter(screen.err(), true));
        try {
            return line.execute(args);
        } catch (OutOfMemoryError | StackOverflowError | LinkageError e) {
            return broken(e, screen);
        }
    }

    /// The program itself cannot go on; what it had made visible before stays whole.
    private static int broken(Error failure, Screen screen) {
        LoggerFactory.getLogger(Cli.class).error("command broke", failure);
        screen.remark(failure instanceof OutOfMemoryError
                ? "The command needs more memory than it may take."
                : "The program is broken: " + failure.getMessage());
        screen.remark(failure instanceof OutOfMemoryError
                ? "Raise it, for example with UPSWELL_JAVA_OPTS=-Xmx3g, and run the command again."
                : "Build or install it again; the log in the data folder has the details.");
        return FAILED;
    }

    private static int wrongUse(ParameterException failure, Screen screen) {
        screen.remark(failure);
        String command = failure.getCommandLine().getCommandSpec().qualifiedName(" ");
        screen.remark("Run \"" + command + " --help\" for what it takes.");
        return WRONG_USE;
    }

    private static int report(Exception failure, Screen screen) {
        Logger log = LoggerFactory.getLogger(Cli.class);
        log.error("command failed", failure);
        // The text of the wrapper begins with the name of a class.
        Throwable said = failure instanceof UncheckedIOException && failure.getCause() != null
                ? failure.getCause()
                : failure;
        String message = said.getMessage();
        if (message != null && message.contains("\n")) {
            screen.remark(message);
        } else {
            screen.remark("Something failed that should not" + (message == null ? "." : ": " + message));
            screen.remark("The log in the data folder has the details; please report it.");
        }
        return failure instanceof CommandFailed command ? command.exitCode() : FAILED;
    }

    @Command(name = "upswell", mixinStandardHelpOptions = true, sortOptions = false, description = "Know what is about to rise on TikTok, why it rises, and what to do next.", footer = {
            "", "Exit codes: 0 done, 1 failed, 2 wrong use, 3 done with quarantined rows (under --strict).",
            "Optional parts: upswell add sequence fetches PyTorch (107 MB) for the recurrent network,",
            "upswell add browser fetches Playwright (200 MB) for capture in a browser.",
            "Start with: upswell demo"})
    private static final class Root implements Runnable {

        @Mixin
        private GlobalOptions options = new GlobalOptions();

        @CommandLine.Spec
        private CommandLine.Model.@org.jspecify.annotations.Nullable CommandSpec spec;

        @Override
        public void run() {
            if (spec != null) {
                spec.commandLine().usage(spec.commandLine().getOut());
            }
        }
    }
}
