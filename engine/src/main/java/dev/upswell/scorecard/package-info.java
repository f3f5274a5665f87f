/// How well creators do what brings revenue: thirteen key performance indicators, what is known of each, and what to mend first.
@NullMarked
package dev.upswell.scorecard;

import org.jspecify.annotations.NullMarked;
