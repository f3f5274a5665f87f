/// How well a video does beside the brand's own videos: measures, the FYP score of 0 to 100, slots, and what moved it.
@NullMarked
package dev.upswell.fyp;

import org.jspecify.annotations.NullMarked;
