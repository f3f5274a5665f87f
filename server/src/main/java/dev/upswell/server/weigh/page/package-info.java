/// The page of learnt weights.
@NullMarked
package dev.upswell.server.weigh.page;

import org.jspecify.annotations.NullMarked;
