/// The command that tells whether serving models still see what they learned from.
@NullMarked
package dev.upswell.server.cli.drift;

import org.jspecify.annotations.NullMarked;
