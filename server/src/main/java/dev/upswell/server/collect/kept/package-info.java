/// Files that a kept mapping reads: found by their header, or named by whoever imports.
@NullMarked
package dev.upswell.server.collect.kept;

import org.jspecify.annotations.NullMarked;
