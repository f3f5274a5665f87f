package dev.upswell.server.overview;

import dev.upswell.server.refusal.Refused;

/// A brief cannot be taken or published, for a reason that the person who asked can act on.
public final class BriefRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private BriefRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    /// Of searches that are not published it tells no more than of those that never were.
    static BriefRefused notPublished() {
        return new BriefRefused(Kind.UNKNOWN, "No such search for patterns is published.",
                "The overview lists those that are.");
    }

    static BriefRefused notDone() {
        return new BriefRefused(Kind.CONFLICT, "The search is not done: there is nothing to make a brief of yet.",
                "Publish it when it is.");
    }
}
