package dev.upswell.server;

import dev.upswell.server.app.Launch;

/// The program: one command line for everything.
public final class Upswell {

    private Upswell() {
    }

    /// Runs one command and ends with its exit code.
    public static void main(String[] args) {
        System.exit(Launch.run(args));
    }
}
