package dev.upswell.taste;

import dev.upswell.language.TextTokens;
import java.util.List;
import java.util.stream.Stream;

/// Which keywords of a category stand in a text, as whole words: "art" is not in "party". Scripts without blanks match by their letters.
///
/// The first keyword weighs most; the weight falls with the root of its place. Further words go on behind them and can only add: who has
/// none of them is not farther from the category for it.
final class KeywordMatch {

    private final List<TextTokens> keywords;
    private final int own;

    KeywordMatch(List<String> keywords) {
        this(keywords, List.of());
    }

    /// @param mapped further words
    KeywordMatch(List<String> keywords, List<String> mapped) {
        this.keywords = Stream.concat(keywords.stream(), mapped.stream()).map(TextTokens::of).toList();
        this.own = keywords.size();
    }

    /// The share of the keywords' weight that stands in the texts; a keyword counts in full in three of them, or in all of fewer.
    double share(List<TextTokens> texts) {
        if (texts.isEmpty()) {
            return 0;
        }
        double met = 0;
        double all = 0;
        double enough = Math.min(3, texts.size());
        for (int i = 0; i < keywords.size(); i++) {
            TextTokens keyword = keywords.get(i);
            long hits = texts.stream().filter(text -> text.contains(keyword)).count();
            double weight = 1 / Math.sqrt(i + 1.0);
            met += weight * Math.min(1, hits / enough);
            all += i < own ? weight : 0;
        }
        return all == 0 ? 0 : Math.min(1, met / all);
    }

    /// The keywords that stand in at least one of the texts, the weightiest first.
    List<String> met(List<TextTokens> texts) {
        return keywords.stream().filter(keyword -> texts.stream().anyMatch(text -> text.contains(keyword)))
                .map(TextTokens::text).toList();
    }
}
