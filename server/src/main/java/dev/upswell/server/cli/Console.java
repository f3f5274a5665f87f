package dev.upswell.server.cli;

import java.nio.file.Path;

/// What a command gets: the options that every command understands, where to write, and the door to the services.
public final class Console {

    private final GlobalOptions options;
    private final Screen screen;
    private final WorkplaceOpener opener;

    Console(GlobalOptions options, Screen screen, WorkplaceOpener opener) {
        this.options = options;
        this.screen = screen;
        this.opener = opener;
    }

    /// Where to write, with JSON when it was asked for.
    public Screen screen() {
        return screen.withJson(options.json);
    }

    /// The data folder, whether or not it exists yet.
    public Path folder() {
        return opener.folder(options);
    }

    /// Opens the services; the command closes them.
    public Workplace open() {
        return opener.open(options);
    }
}
