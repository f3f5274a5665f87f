package dev.upswell.server;

/// The program: one command line for everything.
public final class Upswell {

    private Upswell() {
    }

    /// Runs one command and ends with its exit code.
    public static void main(String[] args) {
        System.out.println("upswell");
    }
}
