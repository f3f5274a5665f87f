/// The commands: what a person or a script types, and what they see.
@NullMarked
package dev.upswell.server.cli;

import org.jspecify.annotations.NullMarked;
