/// Which videos for whom in which order: scores by formula, what is left out, orders drawn with known chances, explanations.
@NullMarked
package dev.upswell.recommend;

import org.jspecify.annotations.NullMarked;
