package dev.upswell.server.act;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What people settled about something that is to be done; what is null is as its source says.
///
/// @param assignee who does it
/// @param dueOn until when, by the calendar of UTC
/// @param impact what it is worth, 1 to 5
/// @param effort how much work it is, 1 to 5
public record Settled(@Nullable String assignee, @Nullable LocalDate dueOn, @Nullable Integer impact,
        @Nullable Integer effort) {

    /// Where nobody settled anything.
    static final Settled NOTHING = new Settled(null, null, null, null);

    Settled by(String name) {
        return new Settled(name, dueOn, impact, effort);
    }
}
