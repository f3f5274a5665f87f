/// Ranking of items for people: measures of lists, models that learn from what people did, orders drawn with known chances, and
/// what they are worth; knows nothing of TikTok.
@NullMarked
package dev.upswell.ranking;

import org.jspecify.annotations.NullMarked;
