/// Recommendations: what is found for whom, and what became of it.
@NullMarked
package dev.upswell.server.recommend;

import org.jspecify.annotations.NullMarked;
