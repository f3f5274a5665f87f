package dev.upswell.server.web;

import java.util.List;
import java.util.regex.Pattern;

/// How this installation's commands are written, so that a hint works where it is read: the program as the reader calls it,
/// and the options that lead to the data that this server shows.
///
/// @param program such as `./upswell`
/// @param options such as `--data`, `/srv/trends`, `--tenant`, `acme`; empty when commands find this data by themselves
public record Launcher(String program, List<String> options) {

    /// What the demo needs: it has a data folder of its own.
    private static final String DEMO = "demo";

    private static final Pattern COMMAND = Pattern.compile("`upswell ([^`]+)`");
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./~-]+");

    public Launcher {
        options = List.copyOf(options);
    }

    /// The launcher in the folder of the project, over the usual data.
    public static Launcher usual() {
        return new Launcher("./upswell", List.of());
    }

    /// The whole command line for this command with its arguments, as it can be pasted into a shell.
    public String line(String command) {
        var line = new StringBuilder(quoted(program)).append(' ').append(command);
        if (!command.equals(DEMO)) {
            options.forEach(option -> line.append(' ').append(quoted(option)));
        }
        return line.toString();
    }

    /// The text with every "`upswell …`" in it written as that command line.
    String spelled(String text) {
        return COMMAND.matcher(text)
                .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(line(found.group(1))));
    }

    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
