/// What a text says by its words, without a language model: cleaning, tokens, which language, sentiment, keywords, entities.
///
/// Made for captions and names of TikTok: hashtags, mentions and emoji are tokens of their own kinds, and scripts without blanks between
/// words are read by pairs of letters.
@NullMarked
package dev.upswell.language;

import org.jspecify.annotations.NullMarked;
