/// The command that scores creators.
@NullMarked
package dev.upswell.server.cli.score;

import org.jspecify.annotations.NullMarked;
