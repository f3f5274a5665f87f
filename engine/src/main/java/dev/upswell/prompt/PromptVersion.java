package dev.upswell.prompt;

import java.util.Locale;
import java.util.regex.Pattern;

/// A template by which a language model is asked for one purpose; a change makes a new version.
///
/// @param number from 1
/// @param template with `{language}`, `{sentences}` and `{length}`, which are put in when it is asked by
/// @param author who wrote it
/// @param note what it changes
/// @param trialShare which part of the outputs it words while it is tried, 0 to 1; 0 in every other state
public record PromptVersion(String purpose, int number, String template, String author, String note, State state,
        double trialShare) {

    /// Where a version stands.
    public enum State {
        /// Proposed; nobody is asked by it.
        DRAFT,
        /// A part of the outputs is worded by it.
        TRIAL,
        /// All others are; one version of a purpose.
        SERVING,
        /// It served once.
        RETIRED
    }

    private static final Pattern HOLE = Pattern.compile("\\{[a-z]+}");
    private static final int LONGEST = 8_000;

    public PromptVersion {
        if (number < 1) {
            throw new IllegalArgumentException("number (" + number + ") must be above 0\nMaybe count from 1.");
        }
        if (template.isBlank() || template.length() > LONGEST) {
            throw new IllegalArgumentException("template (" + template.length()
                    + " characters) must have 1 to 8,000\nMaybe leave examples out.");
        }
        if (!(trialShare >= 0 && trialShare <= 1)) {
            throw new IllegalArgumentException("trialShare (" + trialShare + ") must be 0 to 1\nMaybe divide by 100.");
        }
    }

    /// The template with everything put in.
    ///
    /// **errors** `IllegalStateException` when it has a hole that nothing fills.
    public String filled(Locale language, AnswerSchema schema) {
        String text = template.replace("{language}", language.getDisplayLanguage(Locale.ENGLISH))
                .replace("{sentences}", String.valueOf(schema.mostSentences()))
                .replace("{length}", String.valueOf(schema.longest()));
        if (HOLE.matcher(text).find()) {
            throw new IllegalStateException("template (" + purpose + " " + number
                    + ") must have no holes but language, sentences and length\nMaybe see its words in braces.");
        }
        return text;
    }
}
