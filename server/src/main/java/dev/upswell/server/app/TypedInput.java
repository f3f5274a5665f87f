package dev.upswell.server.app;

import dev.upswell.server.cli.CommandFailed;
import dev.upswell.server.cli.StandardInput;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The standard input of the process, with the terminal's help where a person sits at one.
///
/// @param console null where no terminal is there
record TypedInput(InputStream in, @Nullable Console console) implements StandardInput {

    private static final int LONGEST_LINE = 100_000;

    /// That of this process.
    static TypedInput ofProcess() {
        Console console = System.console();
        return new TypedInput(System.in, console != null && console.isTerminal() ? console : null);
    }

    @Override
    public String secret(String question) {
        if (console != null) {
            char[] typed = console.readPassword("%s ", question);
            return typed == null ? "" : new String(typed);
        }
        return all(LONGEST_LINE).lines().findFirst().orElse("");
    }

    @Override
    public String all(int most) {
        Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8);
        StringBuilder text = new StringBuilder();
        char[] buffer = new char[8_192];
        try {
            for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
                text.append(buffer, 0, read);
                if (text.length() > most) {
                    throw CommandFailed.wrongUse("standard input holds more than " + most + " characters",
                            "Pipe in only what is asked for.");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
