package dev.upswell.server.across;

import dev.upswell.server.refusal.Refused;
import java.util.List;

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

    static AcrossRefused industry(List<String> wrong) {
        return new AcrossRefused(Kind.UNUSABLE, "The industry cannot be kept: " + String.join(" ", wrong),
                "Change what is named, then save again.");
    }

    static AcrossRefused number(String text) {
        return new AcrossRefused(Kind.UNUSABLE, "The typical engagement (" + text + ") is not a number.",
                "Write percent with digits and a point, for example 4.5.");
    }

    static AcrossRefused noIndustry(String key) {
        return new AcrossRefused(Kind.UNKNOWN, "There is no industry " + key + ".",
                "See \"upswell patterns industries\" for those that there are, or add it.");
    }

    static AcrossRefused manyIndustries(int most) {
        return new AcrossRefused(Kind.CONFLICT, "There are " + most + " industries, and more cannot be kept.",
                "Remove one that is not needed.");
    }

    static AcrossRefused builtIn(String key) {
        return new AcrossRefused(Kind.CONFLICT, "The industry " + key + " is built in and was not changed.",
                "Leave it: it changes nothing where no client belongs to it.");
    }

    static AcrossRefused inUse(String key, List<String> clients) {
        return new AcrossRefused(Kind.CONFLICT,
                "To the industry " + key + " belong " + String.join(", ", clients) + ".",
                "Say another industry for them first, or none.");
    }

    static AcrossRefused unplaced(String client) {
        return new AcrossRefused(Kind.CONFLICT, "Nobody has said which industry " + client + " belongs to.",
                "Say it on the page Industries, or with \"upswell patterns industries place --client … --industry …\".");
    }
}
