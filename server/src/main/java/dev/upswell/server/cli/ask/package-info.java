/// The command that asks questions in words.
@NullMarked
package dev.upswell.server.cli.ask;

import org.jspecify.annotations.NullMarked;
