package dev.upswell.server.cli;

import dev.upswell.server.refusal.Refused;
import java.util.function.Supplier;

/// A command cannot do what was asked: one line what, one line what to do.
public final class CommandFailed extends RuntimeException {

    private final int exitCode;

    private CommandFailed(int exitCode, String what, String advice) {
        super(what + "\n" + advice);
        this.exitCode = exitCode;
    }

    /// The command was used wrongly: exit code 2.
    public static CommandFailed wrongUse(String what, String advice) {
        return new CommandFailed(Cli.WRONG_USE, what, advice);
    }

    /// The work failed: exit code 1.
    public static CommandFailed failed(String what, String advice) {
        return new CommandFailed(Cli.FAILED, what, advice);
    }

    /// What this work gives.
    ///
    /// **errors** the refusal as wrong use
    public static <T> T translated(Supplier<T> work) {
        try {
            return work.get();
        } catch (Refused e) {
            throw wrongUse(e.what(), e.advice());
        }
    }

    int exitCode() {
        return exitCode;
    }
}
