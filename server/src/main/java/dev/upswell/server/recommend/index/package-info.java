/// The index that videos are found in: vectors and words, searched as one, with everything left out that a person must not be shown.
///
/// The only package that knows the search library.
@NullMarked
package dev.upswell.server.recommend.index;

import org.jspecify.annotations.NullMarked;
