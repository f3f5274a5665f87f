/// The commands about videos' reach.
@NullMarked
package dev.upswell.server.cli.video;

import org.jspecify.annotations.NullMarked;
