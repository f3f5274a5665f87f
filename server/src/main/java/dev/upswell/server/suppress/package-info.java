/// Who was erased and must not come back: keyed hashes, asked before anything is stored.
@NullMarked
package dev.upswell.server.suppress;

import org.jspecify.annotations.NullMarked;
