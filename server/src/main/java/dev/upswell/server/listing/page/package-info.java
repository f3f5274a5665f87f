/// Lists as files over the web: under the address of their page, with `format` beside what filters them.
@NullMarked
package dev.upswell.server.listing.page;

import org.jspecify.annotations.NullMarked;
