/// The stream that tells a tab which of its sections have something new.
@NullMarked
package dev.upswell.server.pulse.page;

import org.jspecify.annotations.NullMarked;
