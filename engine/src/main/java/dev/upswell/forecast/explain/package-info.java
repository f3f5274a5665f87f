/// Explanations in words: what moved a prediction, as sentence keys with numbers in human units.
@NullMarked
package dev.upswell.forecast.explain;

import org.jspecify.annotations.NullMarked;
