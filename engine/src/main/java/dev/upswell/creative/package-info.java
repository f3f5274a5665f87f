/// Creative patterns: what analysers saw in a video, as 432 named features, and later which creative choices go with engagement.
@NullMarked
package dev.upswell.creative;

import org.jspecify.annotations.NullMarked;
