package dev.upswell.taxonomy;

import java.util.List;
import java.util.Locale;

/// Describes categories in a sentence or two, in English or Indonesian.
final class Descriptions {

    private static final int NAMED = 3;
    private static final int BESIDE = 5;

    private final boolean indonesian;

    /// @param language Indonesian where it says so, else English
    Descriptions(Locale language) {
        this.indonesian = language.getLanguage().equals("id");
    }

    /// What texts with these terms are about, the most telling term first.
    String of(List<String> terms) {
        List<String> about = terms.subList(0, Math.min(NAMED, terms.size()));
        List<String> beside = terms.subList(about.size(), Math.min(BESIDE, terms.size()));
        String first = (indonesian ? "Video tentang " : "Videos about ") + joined(about, indonesian ? "dan" : "and");
        return beside.isEmpty()
                ? first + "."
                : first + (indonesian ? "; sering dengan " : "; often with ")
                        + joined(beside, indonesian ? "atau" : "or") + ".";
    }

    private static String joined(List<String> terms, String last) {
        return terms.size() == 1
                ? terms.getFirst()
                : String.join(", ", terms.subList(0, terms.size() - 1)) + " " + last + " " + terms.getLast();
    }
}
