package dev.upswell.server.creative;

import dev.upswell.server.refusal.Refused;
import java.util.Locale;

/// Patterns cannot be searched for, or an analysis cannot be read, for a reason that the person who asked can act on.
public final class PatternRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private PatternRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static PatternRefused busy() {
        return new PatternRefused(Kind.CONFLICT, "Patterns are being searched for.",
                "Wait until that search has ended, then try again.");
    }

    static PatternRefused unknown(String id) {
        return new PatternRefused(Kind.UNKNOWN, "There is no search for patterns under " + id + ".",
                "See \"upswell patterns list\" for those that are kept.");
    }

    static PatternRefused ended(String id, String state) {
        return new PatternRefused(Kind.CONFLICT,
                "The search " + id + " cannot go on: it is " + state + ".",
                "Begin a new one with \"upswell patterns run\".");
    }

    static PatternRefused over(String id, String state) {
        return new PatternRefused(Kind.CONFLICT,
                "The search " + id + " cannot be given up: it is " + state + ".",
                "See what came of it with \"upswell patterns show " + id + "\".");
    }

    static PatternRefused nothing(PatternSubject subject) {
        return new PatternRefused(Kind.UNUSABLE, subject.kind() == PatternSubject.Kind.ALL
                ? "No video is stored."
                : "No video of " + subject.said() + " is stored.",
                "Import or collect some first, or name another subject.");
    }

    /// @param unmeasured whether videos were left out because nobody tells how long they are
    static PatternRefused noneFits(PatternSubject subject, String reasons, boolean unmeasured) {
        return new PatternRefused(Kind.UNUSABLE,
                "Of " + subject.videos() + " none can be used: " + reasons + ".", (unmeasured
                        ? "Tell how long they are in a table of codings (columns video_id and duration), search them as a group of their own (--unknown-length), widen"
                        : "Widen") + " the dates, ask for fewer views or less engagement, or name another subject.");
    }

    static PatternRefused client() {
        return new PatternRefused(Kind.UNUSABLE, "It is not said for which client.",
                "Name the client in 1 to 100 characters.");
    }

    static PatternRefused subject(String what) {
        return new PatternRefused(Kind.UNUSABLE, what,
                "Name one hashtag, or creators by their handles, or ask for all videos.");
    }

    static PatternRefused settings(IllegalArgumentException refused) {
        String[] lines = String.valueOf(refused.getMessage()).split("\n", 2);
        String what = lines[0].substring(0, 1).toUpperCase(Locale.ROOT) + lines[0].substring(1);
        return new PatternRefused(Kind.UNUSABLE, what + ".",
                lines.length > 1 ? lines[1] : "Leave it out for the usual one.");
    }

    static PatternRefused unreadable(String name, String why) {
        return new PatternRefused(Kind.UNUSABLE, name + " cannot be read: " + why + ".",
                "Bring JSON or JSON lines as analysers write them, or a table of codings as CSV, plain or gzipped.");
    }
}
