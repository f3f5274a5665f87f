/// A simulated market: creators whose revenue follows from what they do in a known way, seen through reports that err and leave out.
@NullMarked
package dev.upswell.market;

import org.jspecify.annotations.NullMarked;
