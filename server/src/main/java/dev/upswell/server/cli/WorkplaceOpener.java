package dev.upswell.server.cli;

import java.nio.file.Path;

/// Opens the services that a command works with. The wiring implements it; a command closes what it opened.
public interface WorkplaceOpener {

    /// The data folder that these options name.
    Path folder(GlobalOptions options);

    /// Which Upswell this is.
    String version();

    /// How a person calls this program: what a hint begins with.
    String program();

    /// What is typed or piped in.
    StandardInput input();

    /// Opens the data folder and tenant that these options name.
    Workplace open(GlobalOptions options);
}
