/// The trend pages answered from what is stored.
@NullMarked
package dev.upswell.server.trend.page.stored;

import org.jspecify.annotations.NullMarked;
