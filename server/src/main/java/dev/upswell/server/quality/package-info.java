/// Quality gates: rules that an operator edits, what they found in each batch, batches set aside, staleness, shapes of items.
@NullMarked
package dev.upswell.server.quality;

import org.jspecify.annotations.NullMarked;
