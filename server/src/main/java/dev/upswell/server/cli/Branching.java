package dev.upswell.server.cli;

import java.util.List;
import java.util.concurrent.Callable;

/// A command that has further commands below its name.
public interface Branching {

    /// These, over the same console.
    List<Callable<Integer>> branches();
}
