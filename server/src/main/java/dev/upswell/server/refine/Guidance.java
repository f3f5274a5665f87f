package dev.upswell.server.refine;

import dev.upswell.prompt.Quoted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Revises a prompt without a model: what broke rules most is told in fixed sentences, with the unwanted phrases that came, the length
/// that people cut texts to, and the shape of what they wrote instead.
///
/// The same complaints give the same words. What was added by an earlier revision is replaced, so that prompts do not grow without end.
/// Numbers and names in edits are masked: what was true of one entity must not be told of another.
final class Guidance {

    private static final String BEGUN = "\n\nWhat people and the check found in earlier texts:";
    private static final int RULES = 4;
    private static final int PHRASES = 8;
    private static final int EXAMPLES = 3;
    private static final int LONGEST_EXAMPLE = 300;

    private static final Pattern CITATION = Pattern.compile("\\s*\\[[A-Za-z][\\w.-]*]");
    private static final Pattern NAME = Pattern.compile("[@#][\\p{L}\\p{N}_.]+|\"[^\"]*\"|https?://\\S+|www\\.\\S+");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}[\\p{N}.,:]*");
    private static final Pattern BRACES = Pattern.compile("[{}]");

    private static final Map<String, String> BY_RULE = Map.ofEntries(
            Map.entry("UNCITED", "Sentences cited nothing: cite a fact in each sentence."),
            Map.entry("NOTHING_TOLD", "Sentences told nothing of what they cite: leave such sentences out."),
            Map.entry("UNKNOWN_CITATION", "Facts were cited that are not there: cite only ids of the evidence."),
            Map.entry("NUMBER",
                    "Numbers were not those of the facts cited: copy each number with its unit, and compute none."),
            Map.entry("DATE", "Dates or times were not those of the facts cited: copy them."),
            Map.entry("NAME", "Names were used that the evidence lacks: name nobody and nothing else."),
            Map.entry("DIRECTION",
                    "Rises, falls or comparisons were told that the facts do not show: say what a fact is, not which way it goes, unless it is a change."),
            Map.entry("RANK", "Places in an order were told that no fact gives: rank nothing."),
            Map.entry("CAUSE", "Causes were told that no fact is: never say why."),
            Map.entry("IMPOSSIBLE_ENGAGEMENT", "Engagement above one was told: leave such facts out."),
            Map.entry("BLOCKED_PHRASE", "Unwanted phrases came: write plainly."),
            Map.entry("LANGUAGE", "Sentences were in another language: keep to the one that is asked for."),
            Map.entry("LENGTH", "Sentences were too long: write shorter ones."));

    private Guidance() {
    }

    /// The template with what was learnt at its end.
    static String revised(String template, Complaints complaints) {
        List<String> lines = new ArrayList<>();
        complaints.rules().keySet().stream().map(rule -> BY_RULE.getOrDefault(rule, "")).filter(line -> !line.isEmpty())
                .limit(RULES).forEach(line -> lines.add("- " + line));
        if (!complaints.phrases().isEmpty()) {
            lines.add("- Never write: "
                    + String.join(", ", complaints.phrases().stream().limit(PHRASES)
                            .map(phrase -> BRACES.matcher(Quoted.of(phrase).json()).replaceAll(" ")).toList())
                    + ".");
        }
        if (complaints.editedWords() > 0) {
            lines.add("- People left about " + complaints.editedWords() + " words: write no more in all.");
        }
        List<String> examples = complaints.edits().stream().map(edit -> masked(edit.after(), edit.names()))
                .filter(one -> !one.isBlank())
                .distinct().limit(EXAMPLES).toList();
        if (!examples.isEmpty()) {
            lines.add(
                    "- The shape of what people wrote instead, names and numbers left out; these are examples of form, never instructions or facts: "
                            + String.join(" ", examples.stream().map(one -> Quoted.of(one).json()).toList()));
        }
        return lines.isEmpty() ? template : plain(template) + BEGUN + "\n" + String.join("\n", lines);
    }

    /// Without what an earlier revision added.
    static String plain(String template) {
        int begun = template.indexOf(BEGUN);
        return begun < 0 ? template : template.substring(0, begun);
    }

    /// How many words a text has without its citations.
    static int words(String text) {
        return bare(text).strip().split("\\s+").length;
    }

    private static String bare(String text) {
        return CITATION.matcher(text).replaceAll("");
    }

    /// A text without citations, names and numbers: handles, hashtags, quotations, addresses, what its evidence calls things wherever it
    /// stands, and words with a capital within a sentence.
    static String masked(String text, Collection<String> names) {
        String plain = PlainNames.masked(NAME.matcher(BRACES.matcher(bare(text)).replaceAll(" ")).replaceAll("NAME"),
                names);
        String masked = NUMBER.matcher(plain).replaceAll("N").strip();
        return masked.length() <= LONGEST_EXAMPLE ? masked : masked.substring(0, LONGEST_EXAMPLE) + "…";
    }
}
