/// Commands about texts that are put into words.
@NullMarked
package dev.upswell.server.cli.word;

import org.jspecify.annotations.NullMarked;
