package dev.upswell.server.app;

import java.nio.file.Path;
import java.util.Arrays;

/// The program at the time of a file and at a pace: both come before its own arguments.
final class ClockedProgram {

    private ClockedProgram() {
    }

    public static void main(String[] args) {
        Pace pace = new Pace(new FileClock(Path.of(args[0])), Long.parseLong(args[1]));
        System.exit(Launch.run(Arrays.copyOfRange(args, 2, args.length), System.getenv(), pace));
    }
}
