/// The command that searches for better trainer settings.
@NullMarked
package dev.upswell.server.cli.tune;

import org.jspecify.annotations.NullMarked;
