package dev.upswell.server.wording;

import dev.upswell.prompt.AnswerSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What something is put into words for.
public enum Purpose {
    /// Two or three words for a theme.
    THEME_LABEL(1, 60, Duration.ofDays(30), "Name what the evidence is about in two or three words."),
    /// Why something moves.
    NARRATIVE(5, 300, Duration.ofHours(6), "Say why momentum is as it is, the most telling fact first."),
    /// What is doubtful about a movement.
    RISK_FLAG(5, 300, Duration.ofHours(6), "Say what is doubtful about this movement."),
    /// Where two hashtags or themes meet.
    COLLISION(4, 300, Duration.ofHours(6), "Say what the two share."),
    /// What would be otherwise if one thing were.
    COUNTERFACTUAL(3, 300, Duration.ofHours(6), "Say what the model expects if the one thing is changed and all others are held."),
    /// In which segment forecasts are wrong more than elsewhere.
    ERROR_ANALYSIS(5, 300, Duration.ofDays(1), "Say in which segment the forecasts are wrong, by how much, and on what that rests."),
    /// The name of a category, and what it is about.
    TAXONOMY(2, 300, Duration.ofDays(30), ""),
    /// Which words mean what which category is about.
    CATEGORY_WORDS(40, 120, Duration.ofDays(30), ""),
    /// Queries that follow from a profile.
    QUERIES(10, 80, Duration.ofDays(1), "Write search queries that follow from the evidence."),
    /// Why a category stands in a profile.
    PROFILE_REASON(1, 300, Duration.ofDays(1), "Say why this category stands in the profile."),
    /// What a question asks for.
    INTENT(2, 300, Duration.ofDays(1), ""),
    /// The answer to a question.
    ANSWER(3, 300, Duration.ofHours(1), "Answer by the evidence.");

    private final int sentences;
    private final int longest;
    private final Duration lives;
    private final String task;

    Purpose(int sentences, int longest, Duration lives, String task) {
        this.sentences = sentences;
        this.longest = longest;
        this.lives = lives;
        this.task = task;
    }

    /// The lower-case word for it, as settings, REST and tables write it.
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// The purpose of this label; empty when there is none.
    public static Optional<Purpose> find(String label) {
        return Arrays.stream(values()).filter(purpose -> purpose.label().equals(label)).findFirst();
    }

    /// What an answer has to be.
    public AnswerSchema schema() {
        return new AnswerSchema(sentences, longest);
    }

    /// Whether a page, a job or a command of this version asks for it.
    public boolean isAsked() {
        return switch (this) {
            case NARRATIVE, RISK_FLAG, COUNTERFACTUAL, COLLISION, ERROR_ANALYSIS, INTENT, TAXONOMY, CATEGORY_WORDS -> true;
            case THEME_LABEL, QUERIES, PROFILE_REASON, ANSWER -> false;
        };
    }

    /// How long the same question is answered from what was answered.
    public Duration lives() {
        return lives;
    }

    /// The built-in words by which it is asked for.
    String firstTemplate() {
        if (this == INTENT) {
            return """
                Somebody asked a question that could not be read. Answer with {sentences} sentences: first the word of the one intent of the list \
                that it asks for, or none; then the question as that intent's example puts it, in {language}, of at most {length} characters. \
                Keep every name, number and time of the question as it is written and add none; where something of it would be lost, say none.""";
        }
        if (this == TAXONOMY) {
            return """
                The evidence lists the keywords that set a group of videos apart, the most telling first. Answer with {sentences} sentences: \
                first a name for the group of one to three words, each written as it stands among the keywords; then what the videos are \
                about, in {language}, of at most {length} characters and of no other words than keywords and those that join them. Add no \
                name, number, praise or guess.""";
        }
        if (this == CATEGORY_WORDS) {
            return """
                The evidence lists words that captions have, in many languages, and categories with their keywords. For each word that means \
                what a category is about write one sentence WORD = CATEGORY, both as they stand in the evidence: at most {sentences} \
                sentences of at most {length} characters. Leave out every word that means something else or of which you are not sure.""";
        }
        return task + """
             Write in {language}, at most {sentences} sentences of at most {length} characters each. Use only the facts of the evidence; \
            cite each fact that you use behind it by its id in brackets, such as [f1]; write each number as its fact has it, with its unit; \
            name no cause unless a fact is one; do not praise, do not guess.""";
    }
}
