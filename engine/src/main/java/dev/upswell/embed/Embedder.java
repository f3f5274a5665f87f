package dev.upswell.embed;

import dev.upswell.language.TextTokens;
import java.util.List;

/// Makes vectors of texts; the same text gives the same vector always.
public interface Embedder {

    /// How many numbers each vector has.
    int size();

    /// The vectors of these texts, in their order; a text says nothing where none of its tokens is known.
    ///
    /// **cost** much lower in batches than one by one where a model is asked
    List<Vector> vectors(List<TextTokens> texts);

    /// The vector of one text.
    default Vector vector(TextTokens text) {
        return vectors(List.of(text)).getFirst();
    }

    /// The vector of one text, which is cleaned first.
    default Vector vector(String text) {
        return vector(TextTokens.of(text));
    }
}
