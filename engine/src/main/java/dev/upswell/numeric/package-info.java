/// Robust statistics, intervals and seeded randomness; knows nothing of TikTok.
@NullMarked
package dev.upswell.numeric;

import org.jspecify.annotations.NullMarked;
