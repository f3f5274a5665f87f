/// Collecting: files of observations come in, their format is told from their content, each row is mapped to the nouns
/// of the engine, and what cannot be mapped is quarantined with file, line and reason.
@NullMarked
package dev.upswell.server.collect;

import org.jspecify.annotations.NullMarked;
