/// Deletes what was kept long enough.
@NullMarked
package dev.upswell.server.comply.retain;

import org.jspecify.annotations.NullMarked;
