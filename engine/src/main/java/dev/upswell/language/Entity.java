package dev.upswell.language;

/// Something by its name in a text.
///
/// @param name as the vocabulary has it; a creator's handle
/// @param text as it stands in the text, with `@` or `#` where it has one
/// @param start place in the cleaned text, in chars
/// @param end where the text goes on after it
/// @param why by what it was known
public record Entity(Kind kind, String name, String text, int start, int end, Why why) {

    /// What it is.
    public enum Kind {
        BRAND,
        PRODUCT,
        /// A public figure; private persons are never named.
        PERSON,
        /// An account whose videos are collected.
        CREATOR
    }

    /// By what it was known.
    public enum Why {
        /// A mention that the vocabulary has.
        VOCABULARY_MENTION,
        /// A hashtag that the vocabulary has.
        VOCABULARY_HASHTAG,
        /// Words that the vocabulary has.
        VOCABULARY_WORDS,
        /// A mention of a creator whose videos are collected.
        CREATOR_MENTION,
        /// A hashtag that is the handle of such a creator, and no word.
        CREATOR_HASHTAG
    }
}
