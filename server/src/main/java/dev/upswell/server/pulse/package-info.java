/// What open pages are told of while it happens: which of their sections have something new, by one stream for each tab.
@NullMarked
package dev.upswell.server.pulse;

import org.jspecify.annotations.NullMarked;
