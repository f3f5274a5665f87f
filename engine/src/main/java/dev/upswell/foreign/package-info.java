/// Models that others trained, asked about the vectors of a feature set that is known here.
@NullMarked
package dev.upswell.foreign;

import org.jspecify.annotations.NullMarked;
