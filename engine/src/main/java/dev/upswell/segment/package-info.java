/// Where errors of probabilities are larger than elsewhere: segments chosen among one half of the entities and confirmed by the other.
@NullMarked
package dev.upswell.segment;

import org.jspecify.annotations.NullMarked;
