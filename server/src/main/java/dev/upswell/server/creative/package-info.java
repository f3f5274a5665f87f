/// Analyses of videos, the search for patterns in them, and the library of what was found.
@NullMarked
package dev.upswell.server.creative;

import org.jspecify.annotations.NullMarked;
