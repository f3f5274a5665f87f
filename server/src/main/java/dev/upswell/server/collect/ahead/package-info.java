/// Mapping the rows of a file on several threads while what came before is stored.
@NullMarked
package dev.upswell.server.collect.ahead;

import org.jspecify.annotations.NullMarked;
