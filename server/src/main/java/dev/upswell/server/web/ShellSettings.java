package dev.upswell.server.web;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What the shell must be told from outside.
///
/// @param hosts the names under which this server answers, in lower case, IPv6 addresses in brackets
/// @param largestUpload the largest file that the browser may send, in bytes
/// @param largestBody the longest body that a request may bring which is no file, in bytes
public record ShellSettings(Set<String> hosts, long largestUpload, long largestBody) {

    private static final long HALF_A_GIGABYTE = 500_000_000;
    private static final long TWO_MEGABYTES = 2_000_000;

    public ShellSettings {
        hosts = Set.copyOf(hosts);
    }

    /// A server that listens on loopback only.
    public static ShellSettings loopback() {
        return new ShellSettings(Set.of("localhost", "127.0.0.1", "[::1]"), HALF_A_GIGABYTE, TWO_MEGABYTES);
    }

    /// The same with files up to this size, in bytes.
    public ShellSettings withLargestUpload(long bytes) {
        return new ShellSettings(hosts, bytes, largestBody);
    }

    /// The same with bodies up to this length, in bytes.
    public ShellSettings withLargestBody(long bytes) {
        return new ShellSettings(hosts, largestUpload, bytes);
    }

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

        /// The same without an option and its value.
        public Launcher without(String option) {
            int at = options.indexOf(option);
            return at < 0
                    ? this
                    : new Launcher(program, Stream.concat(options.stream().limit(at), options.stream().skip(at + 2L))
                            .toList());
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
                    .replaceAll(found -> Matcher.quoteReplacement(line(found.group(1))));
        }

        private static String quoted(String word) {
            return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
        }
    }
}
