/// Texts as vectors: near each other where they speak of the same.
///
/// Everything here works without a network and without a key. Others see [dev.upswell.embed.Embedder] and
/// [dev.upswell.embed.Vector] alone.
@NullMarked
package dev.upswell.embed;

import org.jspecify.annotations.NullMarked;
