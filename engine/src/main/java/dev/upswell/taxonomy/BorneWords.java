package dev.upswell.taxonomy;

import dev.upswell.grounding.Failure;
import dev.upswell.grounding.Rule;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.taste.Category;
import dev.upswell.taste.SensitiveTopics;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Whether a name or a description that somebody wrote for a category says no more than its keywords: every word is one of theirs, or joins.
///
/// Which words join is a short closed list: `not`, `best` or `how` would say something that no keyword bears out.
public final class BorneWords {

    private static final Set<String> JOINING = Set.of("video", "videos", "about", "of", "and", "with", "in", "for",
            "the", "a", "an", "or", "often", "tentang", "seputar", "dan", "dengan", "di", "untuk", "atau", "sering",
            "yang");
    private static final int MOST_WORDS = 3;
    private static final int LONGEST_NAME = 60;

    private final SensitiveTopics sensitive;
    private final Set<String> keywords;

    /// @param sensitive topics that no category is named by
    public BorneWords(Category category, SensitiveTopics sensitive) {
        this.sensitive = sensitive;
        this.keywords = new HashSet<>();
        category.keywords().forEach(keyword -> keywords.addAll(Arrays.asList(keyword.split(" "))));
    }

    /// All that is wrong with a name; empty when it holds: one to three words of keywords, others only to join them.
    public List<Failure> ofName(String name) {
        List<Failure> failures = new ArrayList<>(ofDescription(name));
        long own = TextTokens.of(name).tokens().stream().filter(token -> !JOINING.contains(token.text())).count();
        if (name.length() > LONGEST_NAME || own > MOST_WORDS) {
            failures.add(new Failure(Rule.LENGTH, name));
        }
        return failures;
    }

    /// All that is wrong with a description; empty when it holds.
    public List<Failure> ofDescription(String text) {
        List<Failure> failures = new ArrayList<>();
        TextTokens tokens = TextTokens.of(text);
        boolean tells = false;
        for (Token token : tokens.tokens()) {
            boolean keyword = token.kind() != Token.Kind.MENTION && keywords.contains(token.text());
            tells |= keyword;
            if (!keyword && !(token.kind() == Token.Kind.WORD && JOINING.contains(token.text()))) {
                failures.add(new Failure(Rule.NAME, token.text()));
            }
        }
        if (!tells) {
            failures.add(new Failure(Rule.NOTHING_TOLD, text));
        }
        sensitive.of(tokens).ifPresent(topic -> failures.add(new Failure(Rule.BLOCKED_PHRASE, topic)));
        return failures;
    }

    /// The tag that a name gives, in lower case with low lines between words.
    ///
    /// @param name one that holds
    public static String tag(String name) {
        return TagNames.snake(TextTokens.of(name).text().toLowerCase(Locale.ROOT));
    }
}
