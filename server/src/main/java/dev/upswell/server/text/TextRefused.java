package dev.upswell.server.text;

import dev.upswell.server.refusal.Refused;

/// Texts cannot be worked on, for a reason that the person who asked can act on.
public final class TextRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private TextRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static TextRefused unknown(String video) {
        return new TextRefused(Kind.UNKNOWN, "Nothing is known of the caption of video " + video + ".",
                "Import or collect it, then run the job semantics or \"upswell texts run\".");
    }

    static TextRefused few(int captions, int least) {
        return new TextRefused(Kind.CONFLICT,
                "There are " + captions + " captions, and vectors are learnt from " + least + ".",
                "Import or collect more videos with captions.");
    }

    static TextRefused name(String name) {
        return new TextRefused(Kind.UNUSABLE,
                "The name (" + name + ") must have at most 60 characters, with two letters or digits among them.",
                "Write it as people do.");
    }

    static TextRefused creator(String name) {
        return new TextRefused(Kind.UNUSABLE, "The name (" + name + ") must be a brand, a product or a public figure.",
                "Creators are known by their videos; collect them.");
    }

    static TextRefused busy() {
        return new TextRefused(Kind.CONFLICT, "Texts are being worked on by another process.",
                "Try again in some minutes.");
    }
}
