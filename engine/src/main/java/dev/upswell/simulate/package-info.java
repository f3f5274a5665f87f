/// A simulated TikTok with known truth: hashtags, sounds, creators and videos whose counters grow by marked Hawkes
/// processes, seen through a provider's imperfect eye, and the truth about them written apart.
@NullMarked
package dev.upswell.simulate;

import org.jspecify.annotations.NullMarked;
