package dev.upswell.server.reach.page;

import dev.upswell.server.reach.ReachDraft;
import org.jspecify.annotations.Nullable;

/// The form of a draft as it was sent, so that it can be shown again.
///
/// @param seconds empty when no length was given
record DraftForm(String caption, String hashtags, String sound, String creator, String seconds, String postAt) {

    static DraftForm of(ReachDraft draft) {
        return new DraftForm(text(draft.caption()), String.join(" ", draft.hashtags()), text(draft.sound()),
                text(draft.creator()), draft.duration() == null ? "" : Long.toString(draft.duration().toSeconds()),
                draft.postAt() == null ? "" : draft.postAt().toString().replace("Z", ""));
    }

    /// Whether anything was filled in: an empty form asks for nothing.
    boolean filled() {
        return !(caption + hashtags + sound + creator + seconds + postAt).isBlank();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
