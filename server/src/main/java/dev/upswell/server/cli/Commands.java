package dev.upswell.server.cli;

import java.util.List;
import java.util.concurrent.Callable;

/// All commands, in the order in which help lists them.
final class Commands {

    private Commands() {
    }

    static List<Callable<Integer>> all(Console console) {
        return List.of(new SimulateCommand(console), new DoctorCommand(console));
    }
}
