/// Which column of a file says what: mappings guessed from a table, read from text, kept by the header they fit.
@NullMarked
package dev.upswell.server.mapping;

import org.jspecify.annotations.NullMarked;
