/// The command about the quality of data.
@NullMarked
package dev.upswell.server.cli.quality;

import org.jspecify.annotations.NullMarked;
