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

    /// What to type for this command on the same data: the program as it was called, the folder and tenant that were given.
    public String hint(String command) {
        StringBuilder hint = new StringBuilder(opener.program());
        options.data().ifPresent(data -> hint.append(" --data ").append(data));
        options.tenant().ifPresent(tenant -> hint.append(" --tenant ").append(tenant));
        return hint.append(' ').append(command).toString();
    }

    /// The data folder, whether or not it exists yet.
    public Path folder() {
        return opener.folder(options);
    }

    /// What is typed or piped in.
    public StandardInput input() {
        return opener.input();
    }

    /// Opens the services; the command closes them.
    public Workplace open() {
        return opener.open(options);
    }
}
