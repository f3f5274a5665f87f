package dev.upswell.people.judge.contender;

import dev.upswell.content.EntityId;
import dev.upswell.content.Video;
import dev.upswell.embed.Embedder;
import dev.upswell.embed.Vector;
import dev.upswell.language.LanguageGuess;
import dev.upswell.language.TextTokens;
import dev.upswell.language.Token;
import dev.upswell.people.WorldVideo;
import dev.upswell.recommend.Leanings;
import dev.upswell.taste.TextCategories;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be read of a video from the moment of its posting on: nothing of it changes later.
///
/// @param terms how often each stands in the caption
/// @param length how many terms there are
/// @param place the numbers of the vector
/// @param categories tags of the taxonomy
/// @param language code of its caption's; null where it cannot be told
/// @param traits what somebody may lean to
record ReadVideo(Video video, Map<String, Integer> terms, int length, Vector vector, float[] place,
        Set<String> categories,
        @Nullable String language, Map<Leanings.Kind, Set<String>> traits) {

    ReadVideo {
        terms = Map.copyOf(terms);
        categories = Set.copyOf(categories);
    }

    static ReadVideo of(WorldVideo.Shown shown, Embedder embedder, TextCategories categories) {
        TextTokens text = TextTokens.of(shown.caption());
        Vector vector = embedder.vector(text);
        Map<String, Integer> terms = new HashMap<>();
        List<Token> tokens = text.tokens().stream().filter(token -> token.kind() != Token.Kind.LINK).toList();
        tokens.forEach(token -> terms.merge(token.text(), 1, Integer::sum));
        String language = LanguageGuess.of(text).language();
        String spoken = language.equals(LanguageGuess.UNKNOWN) ? null : language;
        Set<String> tags = categories.of(shown.caption(), vector);
        Map<Leanings.Kind, Set<String>> traits = new EnumMap<>(Leanings.Kind.class);
        traits.put(Leanings.Kind.WORD, Set.copyOf(terms.keySet()));
        traits.put(Leanings.Kind.CATEGORY, tags);
        traits.put(Leanings.Kind.AUTHOR, Set.of(shown.creator()));
        traits.put(Leanings.Kind.LANGUAGE, spoken == null ? Set.of() : Set.of(spoken));
        Video video = new Video(EntityId.video(shown.id()), EntityId.creator(shown.creator()), null,
                shown.hashtags().stream().map(EntityId::hashtag).toList(), Instant.ofEpochSecond(shown.createdAt()),
                Duration.ofSeconds(shown.seconds()), shown.caption());
        return new ReadVideo(video, terms, tokens.size(), vector, vector.values(), tags, spoken, traits);
    }
}
