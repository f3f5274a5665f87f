/// Questions in words, English and Indonesian: slots, intents, and what was not understood.
///
/// A question is understood when every word of it is accounted for by a slot, a cue or a word without content, and exactly one intent
/// wants just these. Whatever is left over ends in [Misunderstood]: refusing is an answer.
@NullMarked
package dev.upswell.ask;

import org.jspecify.annotations.NullMarked;
