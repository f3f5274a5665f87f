/// Rows set down by column in a file of the spill folder, from which DuckDB takes them at once.
@NullMarked
package dev.upswell.server.collect.spool;

import org.jspecify.annotations.NullMarked;
