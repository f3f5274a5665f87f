/// The embedded PostgreSQL of a data folder: its programs, its process, and who uses the folder; and rows copied into its tables.
@NullMarked
package dev.upswell.server.postgres;

import org.jspecify.annotations.NullMarked;
