package dev.upswell.server.cli;

import java.nio.file.Path;

/// What a command gets: the options that every command understands, where to write, and the door to the services.
final class Console {

    private final GlobalOptions options;
    private final Screen screen;
    private final WorkplaceOpener opener;

    Console(GlobalOptions options, Screen screen, WorkplaceOpener opener) {
        this.options = options;
        this.screen = screen;
        this.opener = opener;
    }

    Screen screen() {
        return screen.withJson(options.json);
    }

    Path folder() {
        return opener.folder(options);
    }

    Workplace open() {
        return opener.open(options);
    }
}
