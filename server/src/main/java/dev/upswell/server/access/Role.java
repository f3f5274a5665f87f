package dev.upswell.server.access;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What somebody who signs in is to the tenant. Which routes are open to whom stands in the files `access/routes*.txt`.
public enum Role {
    /// May do everything.
    OWNER,
    /// Looks at what moves and why, and takes reports along.
    EXECUTIVE,
    /// Looks at everything of the work, and imports, computes and trains.
    ANALYST,
    /// Looks at what moves, and makes plans, trials, tasks and reports.
    PLANNER,
    /// Makes videos: sees slots, scores of videos and trials, and the briefs that were handed to them.
    CREATOR,
    /// Makes videos for others: sees the briefs that were handed to them, and nothing else.
    AFFILIATE,
    /// Whom the work is for: sees the reports that were handed to them, and nothing else.
    CLIENT,
    /// Keeps people, keys, sources and the audit in order, and takes no part in the work.
    ADMIN;

    private static final Set<Role> HANDED = Set.of(CREATOR, AFFILIATE, CLIENT);

    /// The word for it in commands, requests and rows.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The words of all.
    public static List<String> labels() {
        return Arrays.stream(values()).map(Role::label).toList();
    }

    /// The role of this word.
    ///
    /// **errors** [AccessRefused] for a word that is none.
    public static Role of(String word) {
        return Arrays.stream(values()).filter(role -> role.label().equals(word)).findFirst()
                .orElseThrow(() -> AccessRefused.unusable("There is no role \"" + word + "\".",
                        "Roles are " + String.join(", ", labels()) + "."));
    }

    /// Whether they see only those reports and briefs that were handed to them.
    public boolean seesOnlyWhatWasHanded() {
        return HANDED.contains(this);
    }
}
