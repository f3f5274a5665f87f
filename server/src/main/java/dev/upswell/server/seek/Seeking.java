package dev.upswell.server.seek;

/// Asks a live source for videos that somebody may like; what comes is stored before it is told.
@FunctionalInterface
public interface Seeking {

    /// Nobody is asked.
    Seeking NONE = (handle, wish) -> Sought.UNASKED;

    /// What a live source tells for this account, by its last profile.
    ///
    /// **absence** [Sought#UNASKED] where it is not wished, and of whom there is no profile · **errors** none: what stands in the way is told
    Sought seek(String handle, Wish wish);

    /// Whether it asks where nobody says.
    default boolean isUsual() {
        return false;
    }
}
