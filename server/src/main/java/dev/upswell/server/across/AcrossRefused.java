package dev.upswell.server.across;

import dev.upswell.server.refusal.Refused;

/// Nothing can be compared, for a reason that the person who asked can act on.
public final class AcrossRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private AcrossRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static AcrossRefused client(String client) {
        return new AcrossRefused(Kind.UNKNOWN, "No hashtag was searched for the client \"" + client + "\".",
                "Search for patterns with \"upswell patterns run --client … --hashtag …\".");
    }

    static AcrossRefused handle(String handle) {
        return new AcrossRefused(Kind.UNKNOWN, "No video of @" + handle + " is stored.",
                "Import or collect its videos first, or look at the spelling.");
    }

    static AcrossRefused noHandle() {
        return new AcrossRefused(Kind.UNUSABLE, "What is named is no handle.",
                "Name one as in its profile, for example @upswell.");
    }

    static AcrossRefused hashtag(String hashtag) {
        return new AcrossRefused(Kind.UNKNOWN, "No video with #" + hashtag + " is stored.",
                "Import or collect some first, or name another hashtag.");
    }

    static AcrossRefused noHashtag() {
        return new AcrossRefused(Kind.UNUSABLE, "What is named is no hashtag.", "Name one, for example #travel.");
    }
}
