package dev.upswell.server.recommend;

import dev.upswell.language.LanguageGuess;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A video as the lake tells of it last. Whatever nobody told is null.
///
/// @param hashtags separated by spaces, without `#`; empty where there are none
/// @param seconds its length
public record LibraryVideo(String id, @Nullable String creator, @Nullable Instant postedAt, @Nullable String caption,
        String hashtags, @Nullable Long views, @Nullable Long likes, @Nullable Long comments, @Nullable Long shares,
        @Nullable Double seconds) {

    /// Caption and hashtags in one text; hashtags that stand in the caption are not said twice.
    public String text() {
        StringBuilder text = new StringBuilder(caption == null ? "" : caption);
        Set<String> said = Set.copyOf(TextTokens.of(text.toString()).of(Token.Kind.HASHTAG));
        for (String hashtag : hashtags.split(" ")) {
            if (!hashtag.isBlank() && !said.contains(hashtag)) {
                text.append(" #").append(hashtag);
            }
        }
        return text.toString().strip();
    }

    /// The language of a text as a code; null where that is not told.
    public static @Nullable String language(TextTokens text) {
        String language = LanguageGuess.of(text).language();
        return language.equals(LanguageGuess.UNKNOWN) ? null : language;
    }

    /// The words and hashtags of a text, folded, each once.
    public static Set<String> words(TextTokens text) {
        return text.tokens().stream().filter(token -> token.kind() != Token.Kind.LINK).map(Token::text)
                .collect(Collectors.toSet());
    }
}
