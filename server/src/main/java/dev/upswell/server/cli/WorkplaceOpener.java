package dev.upswell.server.cli;

/// Opens the services that a command works with. The wiring implements it; a command closes what it opened.
@FunctionalInterface
public interface WorkplaceOpener {

    /// Opens the data folder and tenant that these options name.
    Workplace open(GlobalOptions options);
}
