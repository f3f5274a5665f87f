package dev.upswell.server.agent;

import dev.upswell.server.event.Role;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A piece of standing work of an agent.
///
/// @param name short, of lower-case letters and hyphens; its words are `job.NAME` in the message bundle
/// @param role whose work it is
/// @param usual when it runs while nobody says otherwise
/// @param work what it does; null when that comes with a later capability
/// @param waiting whether there is anything to do, for work that does all there is whenever it runs: a slot at which nothing waits
///        leaves no run behind, and slots that were missed are not spoken of; null for work that is done at each slot
public record Job(String name, Role role, Cadence usual, @Nullable Work work, @Nullable BooleanSupplier waiting) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(-[a-z]+)*");

    public Job {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "name (" + name + ") must be of lower-case letters and hyphens\nMaybe write drift or lake-upkeep.");
        }
    }

    /// A job that is done at each slot.
    ///
    /// @param work null when it comes with a later capability
    public Job(String name, Role role, Cadence usual, @Nullable Work work) {
        this(name, role, usual, work, null);
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
