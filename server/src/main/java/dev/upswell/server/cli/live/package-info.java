/// Commands of live collecting.
@NullMarked
package dev.upswell.server.cli.live;

import org.jspecify.annotations.NullMarked;
