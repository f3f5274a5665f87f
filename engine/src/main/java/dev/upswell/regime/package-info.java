/// Outbreaks as hidden regimes: a self-exciting process of posts whose branching switches, learnt from many entities, filtered
/// forward, and played on into the next hours.
@NullMarked
package dev.upswell.regime;

import org.jspecify.annotations.NullMarked;
