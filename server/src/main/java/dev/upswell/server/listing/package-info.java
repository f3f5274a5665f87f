/// Lists as files: one model of a table, written as CSV, Parquet and JSON with where it comes from and whose it is.
@NullMarked
package dev.upswell.server.listing;

import org.jspecify.annotations.NullMarked;
