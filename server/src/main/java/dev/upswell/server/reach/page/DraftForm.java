package dev.upswell.server.reach.page;

import dev.upswell.server.reach.ReachDraft;
import dev.upswell.server.web.Link;
import dev.upswell.server.web.Paging;
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

    /// Where this part of the list stands, with what was filled in.
    String link(Paging paging) {
        return Link.to("/videos").with("caption", caption, "").with("hashtags", hashtags, "").with("sound", sound, "")
                .with("creator", creator, "").with("seconds", seconds, "").with("postAt", postAt, "")
                .with("limit", paging.limit(), ReachController.ROWS).with("offset", paging.offset(), 0).toString();
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
