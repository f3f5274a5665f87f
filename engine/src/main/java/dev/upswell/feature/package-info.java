/// Feature definitions, versioned sets and the guard against looking ahead.
///
/// A feature vector is a packed `float[]` in the order of its set. A missing value in it is `NaN`: this is the one place
/// where NaN means missing, because the tree library reads it so and a million boxed values would not fit; the rule ends
/// at the vector, and every feature states what its missing value means.
@NullMarked
package dev.upswell.feature;

import org.jspecify.annotations.NullMarked;
