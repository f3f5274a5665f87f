package dev.upswell.server.narrative;

import dev.upswell.server.refusal.Refused;
import java.util.Arrays;
import java.util.stream.Collectors;

/// Something cannot be done with narratives, for a reason that the person who asked can act on.
public final class NarrativeRefused extends Refused {

    private static final long serialVersionUID = 1L;

    private NarrativeRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static NarrativeRefused unknown(String id) {
        return new NarrativeRefused(Kind.UNKNOWN, "There is no narrative " + id + ".",
                "See \"upswell narratives\" for those that there are.");
    }

    static NarrativeRefused noEntity(String entity) {
        return new NarrativeRefused(Kind.UNKNOWN, "Nothing is known of " + entity + ".",
                "Name it as kind/id, such as hashtag/corgilife or theme/12.");
    }

    static NarrativeRefused noMetrics(String entity) {
        return new NarrativeRefused(Kind.CONFLICT, "No metrics of the last days are known of " + entity + ".",
                "Import or collect readings of it, then compute metrics.");
    }

    static NarrativeRefused nothingHeld(String entity) {
        return new NarrativeRefused(Kind.CONFLICT,
                "Nothing can be told of " + entity
                        + ": its last day has no gain of views (a theme: no post of two weeks), or no sentence held.",
                "See its figures; texts that did not hold are counted on the page of prompts.");
    }

    static NarrativeRefused kind(String label) {
        return new NarrativeRefused(Kind.UNUSABLE, "There is no kind of narrative " + label + ".", "Use one of "
                + Arrays.stream(NarrativeKind.values()).map(NarrativeKind::label).collect(Collectors.joining(", "))
                + ".");
    }

    static NarrativeRefused language(String code) {
        return new NarrativeRefused(Kind.UNUSABLE, "Narratives are not written in " + code + ".", "Use en or id.");
    }
}
