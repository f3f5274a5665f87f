/// The pages of sources and quotas, and of watch lists.
@NullMarked
package dev.upswell.server.live.page;

import org.jspecify.annotations.NullMarked;
