package dev.upswell.server.report;

import dev.upswell.server.refusal.Refused;
import java.util.Collection;
import java.util.List;

/// A document cannot be made or shown, for a reason that the person who asked can act on.
public final class ReportRefused extends Refused {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 80;

    private ReportRefused(Kind kind, String what, String advice) {
        super(kind, what, advice);
    }

    static ReportRefused branding(List<String> wrong) {
        return new ReportRefused(Kind.UNUSABLE, "The branding cannot be kept: " + String.join(" ", wrong),
                "Change what is named, then save again.");
    }

    static ReportRefused logo(String wrong) {
        return new ReportRefused(Kind.UNUSABLE, wrong, "Give a PNG or JPEG of at most 500 kB.");
    }

    /// A document has more pages than it may have, at the smallest print too.
    ///
    /// @param from what begins on the first page too many
    public static ReportRefused tooLong(String title, int pages, int most, String from) {
        return new ReportRefused(Kind.CONFLICT,
                "The document \"" + title + "\" fills " + pages + " pages and may have " + most
                        + ", at the smallest print too: from \"" + shortened(from) + "\" on there is no room.",
                "Shorten what it says, or allow it more pages.");
    }

    /// A part of a document is higher than a page.
    public static ReportRefused tooHigh(String title, String part) {
        return new ReportRefused(Kind.CONFLICT,
                "The document \"" + title + "\" has a part that is higher than a page: \"" + shortened(part) + "\".",
                "Divide it into smaller parts.");
    }

    static ReportRefused unknown(String id) {
        return new ReportRefused(Kind.UNKNOWN, "There is no report " + id + ".",
                "Run \"upswell report list\" to see which there are.");
    }

    static ReportRefused notHandedOut(String format) {
        return new ReportRefused(Kind.UNUSABLE, "What was handed to you does not come as " + format + ".",
                "Choose pdf.");
    }

    static ReportRefused noReader(String name) {
        return new ReportRefused(Kind.UNKNOWN, "There is nobody called \"" + name + "\" to whom it can be handed.",
                "Reports are handed to creators, affiliates and clients: \"upswell people\" lists everybody.");
    }

    static ReportRefused notHanded(String name) {
        return new ReportRefused(Kind.UNKNOWN, "It was not handed to anybody called \"" + name + "\".",
                "\"upswell report readers\" and its id says to whom it was.");
    }

    static ReportRefused unknownFormat(String format) {
        return new ReportRefused(Kind.UNUSABLE, "There is no format " + format + ".",
                "Choose pdf, html, md or json.");
    }

    static ReportRefused unknownSource(String name, Collection<String> known) {
        return new ReportRefused(Kind.UNKNOWN, "There is no kind of report " + name + ".",
                known.isEmpty()
                        ? "No kind of report is there yet: look for patterns first."
                        : "Choose one of " + String.join(", ", known) + ".");
    }

    /// What is wrong with what was said, each in a sentence.
    public static ReportRefused parameters(List<String> wrong) {
        return new ReportRefused(Kind.UNUSABLE, String.join(" ", wrong), "Change what is named, then try again.");
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST).strip() + "…";
    }
}
