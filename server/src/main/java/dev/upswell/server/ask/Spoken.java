package dev.upswell.server.ask;

import dev.upswell.ask.Language;

/// Something in an answer that has words of its own in each language.
public interface Spoken {

    /// Its words.
    String in(Language language);
}
