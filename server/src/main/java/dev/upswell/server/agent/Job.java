package dev.upswell.server.agent;

import dev.upswell.server.event.Role;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of standing work of an agent.
///
/// @param name short, of lower-case letters and hyphens; its words are `job.NAME` in the message bundle
/// @param role whose work it is
/// @param usual when it runs while nobody says otherwise
/// @param work what it does; null when that comes with a later capability
public record Job(String name, Role role, Cadence usual, @Nullable Work work) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    public Job {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name (" + name + ") must be of lower-case letters and hyphens\nMaybe write drift or lake-upkeep.");
        }
    }

    /// A job whose work comes with a later capability: it is listed and never runs.
    public static Job later(String name, Role role, Cadence usual) {
        return new Job(name, role, usual, null);
    }

    /// What it does; empty when that comes with a later capability.
    public Optional<Work> does() {
        return Optional.ofNullable(work);
    }
}
