/// The page of sources and quotas.
@NullMarked
package dev.upswell.server.live.page;

import org.jspecify.annotations.NullMarked;
