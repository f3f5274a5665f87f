/// Searches by words for somebody who waits: each query is put once, its answer kept and stored like a page of a watch.
@NullMarked
package dev.upswell.server.live.search;

import org.jspecify.annotations.NullMarked;
