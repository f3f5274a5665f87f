package dev.upswell.server.recommend.person;

import dev.upswell.embed.Vector;
import dev.upswell.language.TextTokens;
import dev.upswell.recommend.Leanings;
import dev.upswell.server.crowd.SensitiveTexts;
import dev.upswell.server.recommend.LibraryVideo;
import dev.upswell.server.taste.TaxonomyMaking;
import dev.upswell.taste.TextCategories;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What can be read of a video whoever asks.
///
/// @param seconds its length
/// @param language code of its caption's; null where it cannot be told
/// @param sensitive whether nothing is to be concluded from it about people
/// @param traits what somebody may lean to
record ReadVideo(String id, @Nullable String creator, @Nullable Double seconds, @Nullable String language,
        boolean sensitive, Map<Leanings.Kind, Set<String>> traits) {

    /// What this video says in the categories of a taxonomy.
    static ReadVideo of(LibraryVideo video, TextCategories categories) {
        String said = video.text();
        TextTokens text = TextTokens.of(said);
        Vector vector = TaxonomyMaking.EMBEDDER.vector(text);
        String language = LibraryVideo.language(text);
        Map<Leanings.Kind, Set<String>> traits = new EnumMap<>(Leanings.Kind.class);
        traits.put(Leanings.Kind.WORD, LibraryVideo.words(text));
        traits.put(Leanings.Kind.CATEGORY,
                said.isEmpty() ? Set.of() : categories.of(said, vector.saysNothing() ? null : vector));
        traits.put(Leanings.Kind.AUTHOR, video.creator() == null ? Set.of() : Set.of(video.creator()));
        traits.put(Leanings.Kind.LANGUAGE, language == null ? Set.of() : Set.of(language));
        return new ReadVideo(video.id(), video.creator(), video.seconds(), language, SensitiveTexts.isSensitive(text),
                traits);
    }
}
