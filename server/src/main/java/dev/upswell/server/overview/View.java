package dev.upswell.server.overview;

import dev.upswell.server.access.Caller;
import dev.upswell.server.access.Person;
import dev.upswell.server.access.Role;
import java.util.List;
import java.util.Locale;

/// For whom an overview is: which parts it has.
public enum View {
    /// Indicators, cost, next actions, people and data.
    OWNER,
    /// Indicators, cost and next actions.
    EXECUTIVE,
    /// What moves, models and data.
    ANALYST,
    /// Slots, what moves and next actions.
    PLANNER,
    /// The own brief, and scores of videos.
    CREATOR,
    /// People and data.
    ADMIN;

    /// Its word in addresses and answers.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The view of this word.
    public static View of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /// Which somebody may have, the usual one first: owners, and whoever sits at the machine, all; tokens those of the work; others their own.
    public static List<View> of(Caller caller) {
        return switch (caller) {
            case Caller.Local() -> List.of(values());
            case Caller.Known(Person person) when person.role() == Role.OWNER -> List.of(values());
            case Caller.Known(Person person) -> own(person.role());
            case Caller.Program _ -> List.of(EXECUTIVE, ANALYST, PLANNER, CREATOR);
            case Caller.Nobody _ -> List.of();
        };
    }

    private static List<View> own(Role role) {
        return switch (role) {
            case OWNER -> List.of(OWNER);
            case EXECUTIVE -> List.of(EXECUTIVE);
            case ANALYST -> List.of(ANALYST);
            case PLANNER -> List.of(PLANNER);
            case CREATOR -> List.of(CREATOR);
            case ADMIN -> List.of(ADMIN);
            case AFFILIATE, CLIENT -> List.of();
        };
    }
}
