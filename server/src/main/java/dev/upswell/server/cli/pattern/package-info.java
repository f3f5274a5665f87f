/// The commands about patterns in videos.
@NullMarked
package dev.upswell.server.cli.pattern;

import org.jspecify.annotations.NullMarked;
