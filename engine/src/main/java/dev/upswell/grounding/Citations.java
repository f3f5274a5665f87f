package dev.upswell.grounding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A text in sentences and clauses, each with the facts that it cites as `[f3]` or `[f1, f4]`.
///
/// A citation belongs to what stands before it, back to the citation before; what follows the last one in a sentence belongs to it too.
final class Citations {

    private static final Pattern MARK = Pattern
            .compile("\\[([A-Za-z][A-Za-z0-9_.-]*(?:\\s*[,;]\\s*[A-Za-z][A-Za-z0-9_.-]*)*)\\]");
    private static final Pattern MARKS = Pattern.compile("(?:\\s*" + MARK.pattern() + ")+");
    private static final Pattern END = Pattern
            .compile("(?<=[.!?…])[\"”’')]*(?:\\s*" + MARK.pattern() + ")*(?=\\s|$)|\\n+");
    private static final Pattern ABBREVIATION = Pattern
            .compile("(?i)(?:\\b(?:vs|approx|ca|dll|dsb|no|sept?|aug|oct|nov|dec|jan|feb|mar|apr)|\\b\\p{L})\\.$");

    private Citations() {
    }

    /// What cites the same facts.
    ///
    /// @param begins whether it begins its sentence
    record Clause(String text, List<String> cited, boolean begins) {

        Clause {
            cited = List.copyOf(cited);
        }
    }

    /// The text without its citations.
    static String removed(String text) {
        return MARKS.matcher(text).replaceAll("").strip();
    }

    static List<String> sentences(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (end.find()) {
            String until = text.substring(from, end.end());
            boolean broken = text.substring(end.start(), end.end()).contains("\n");
            if (broken || !ABBREVIATION.matcher(text.substring(from, end.start())).find()) {
                add(sentences, until);
                from = end.end();
            }
        }
        add(sentences, text.substring(from));
        return sentences;
    }

    private static void add(List<String> sentences, String text) {
        String plain = text.strip().replaceFirst("^(?:[-*•]\\s+|\\d{1,2}[.)]\\s+)", "");
        if (!plain.isEmpty()) {
            sentences.add(plain);
        }
    }

    static List<Clause> clauses(String sentence) {
        List<Clause> clauses = new ArrayList<>();
        Matcher marks = MARKS.matcher(sentence);
        int from = 0;
        while (marks.find()) {
            String text = sentence.substring(from, marks.start());
            clauses.add(new Clause(text, ids(marks.group()), from == 0));
            from = marks.end();
        }
        String rest = sentence.substring(from);
        if (clauses.isEmpty()) {
            return List.of(new Clause(rest, List.of(), true));
        }
        if (Text.words(rest).isEmpty()) {
            return clauses;
        }
        Clause last = clauses.removeLast();
        clauses.add(new Clause(last.text() + " " + rest, last.cited(), last.begins()));
        return clauses;
    }

    /// The sentence as one clause that cites all that it cites; citations are blank, so that all else stands where it stood.
    static Clause whole(String sentence) {
        Matcher marks = MARKS.matcher(sentence);
        String left = sentence;
        List<String> cited = new ArrayList<>();
        while (marks.find()) {
            cited.addAll(ids(marks.group()));
            left = Text.without(left, marks.start(), marks.end());
        }
        return new Clause(left, cited, true);
    }

    /// What is cited next behind this place of a sentence, and last where nothing is behind it.
    static List<String> at(String sentence, int place) {
        Matcher marks = MARKS.matcher(sentence);
        List<String> cited = List.of();
        while (marks.find()) {
            cited = ids(marks.group());
            if (marks.end() > place) {
                return cited;
            }
        }
        return cited;
    }

    private static List<String> ids(String marks) {
        List<String> ids = new ArrayList<>();
        Matcher mark = MARK.matcher(marks);
        while (mark.find()) {
            ids.addAll(List.of(mark.group(1).split("\\s*[,;]\\s*")));
        }
        return ids;
    }
}
