/// The page of recommendations.
@NullMarked
package dev.upswell.server.recommend.page;

import org.jspecify.annotations.NullMarked;
