/// The arithmetic of experiments: how much they need, whether they were dealt fairly, what they tell at any time; knows nothing of TikTok.
@NullMarked
package dev.upswell.experiment;

import org.jspecify.annotations.NullMarked;
