package dev.upswell.server.taste;

import dev.upswell.server.refusal.Refused;

/// A taxonomy or a profile cannot be made or found, for a reason that the person who asked can act on.
public final class TasteRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private TasteRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    /// A value that was refused, in its own two lines.
    static TasteRefused value(IllegalArgumentException refused) {
        String[] lines = String.valueOf(refused.getMessage()).split("\n", 2);
        return new TasteRefused(Kind.UNUSABLE, lines[0], lines.length > 1 ? lines[1] : "Mend it and try again.");
    }

    static TasteRefused noTexts() {
        return new TasteRefused(Kind.UNUSABLE, "There are no texts to make categories from.",
                "Import videos with captions, or give a file with a text a line.");
    }

    static TasteRefused noCategories(int texts) {
        return new TasteRefused(Kind.UNUSABLE, "No category came out of " + texts + (texts == 1 ? " text." : " texts."),
                "Give more texts, or ask for fewer categories: each needs 3 texts at least that lie together.");
    }

    static TasteRefused noTaxonomy() {
        return new TasteRefused(Kind.UNKNOWN, "There is no taxonomy yet.", "Make one with \"upswell taxonomy\".");
    }

    static TasteRefused unknownTaxonomy(int number) {
        return new TasteRefused(Kind.UNKNOWN, "There is no taxonomy " + number + ".",
                "See \"upswell taxonomy list\" for those that there are.");
    }

    static TasteRefused unreadable(String why) {
        return new TasteRefused(Kind.UNUSABLE, "This is no taxonomy: " + why + ".",
                "Give a JSON file with categories of tag, description and keywords, as \"upswell taxonomy --output\" writes it.");
    }

    static TasteRefused unreadableProfile(String why) {
        return new TasteRefused(Kind.UNUSABLE, "This is no profile: " + why + ".",
                "Give a JSON file as \"upswell profile --username HANDLE --output FILE\" writes it.");
    }

    static TasteRefused nothingLeft() {
        return new TasteRefused(Kind.UNUSABLE, "Nothing of the profile can be kept.",
                "Give one with a tag that has an affinity of 0.3 or more and is not about a sensitive topic.");
    }

    static TasteRefused otherAccount(String handle, String told) {
        return new TasteRefused(Kind.UNUSABLE, "The profile in the file is of " + told + ", not of " + handle + ".",
                "Leave --username out, or give the file of that account.");
    }

    static TasteRefused otherTaxonomy(String handle) {
        return new TasteRefused(Kind.UNUSABLE, "No kept taxonomy knows a tag of the profile of " + handle + ".",
                "Bring the taxonomy that it was made with first: \"upswell profile --username " + handle
                        + " --taxonomy FILE\".");
    }

    static TasteRefused noProfile(String handle) {
        return new TasteRefused(Kind.UNKNOWN, "There is no profile of " + handle + ".",
                "Make one with \"upswell profile --username " + handle + " --ground own|consent|public-figure\".");
    }

    static TasteRefused importing(String handle) {
        return new TasteRefused(Kind.CONFLICT, "Nothing of " + handle + " was erased: an import is at work.",
                "Ask for it again when the import has ended.");
    }

    static TasteRefused noGround(String handle) {
        return new TasteRefused(Kind.UNUSABLE, "Nobody told on which ground " + handle + " may be profiled.",
                "Say own for an account of one's own, consent where its owner agreed, public-figure for somebody known in public.");
    }

    static TasteRefused notPublic(String handle, String followers) {
        return new TasteRefused(Kind.UNUSABLE, handle + " is no public figure here: " + followers + ".",
                "A public figure has 10,000 followers or more; else an account is profiled as one's own or by consent.");
    }
}
