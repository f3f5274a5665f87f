/// The embedded PostgreSQL of a data folder: its programs, its process, and who uses the folder.
@NullMarked
package dev.upswell.server.postgres;

import org.jspecify.annotations.NullMarked;
