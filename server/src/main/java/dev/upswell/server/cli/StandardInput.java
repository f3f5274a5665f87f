package dev.upswell.server.cli;

/// What a person types to a command, or a program pipes into it.
public interface StandardInput {

    /// The answer to this question, which no screen shows as it is typed; the first line where a program answers.
    String secret(String question);

    /// All that is piped in.
    ///
    /// **errors** [CommandFailed] when it is more than so many characters.
    String all(int most);
}
