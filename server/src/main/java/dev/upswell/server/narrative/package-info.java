/// Why something moves, what is doubtful about it, and what would be otherwise: evidence gathered from what is stored, put into
/// words by [dev.upswell.server.wording.Wording], kept with what people say of it.
@NullMarked
package dev.upswell.server.narrative;

import org.jspecify.annotations.NullMarked;
