/// How due windows are computed: from readings in the lake, batch by batch, to rows in the lake.
@NullMarked
package dev.upswell.server.trend.compute;

import org.jspecify.annotations.NullMarked;
