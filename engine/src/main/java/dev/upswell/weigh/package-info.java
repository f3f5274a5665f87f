/// Weights of a scorecard's indicators, learnt from the revenue that followed, and judged on later periods.
@NullMarked
package dev.upswell.weigh;

import org.jspecify.annotations.NullMarked;
