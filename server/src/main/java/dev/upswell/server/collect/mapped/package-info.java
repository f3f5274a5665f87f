/// What rows of one's own columns say, in the forms in which the rest of the importer reads it.
@NullMarked
package dev.upswell.server.collect.mapped;

import org.jspecify.annotations.NullMarked;
