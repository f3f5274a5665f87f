/// The evaluation loop: what was predicted beside what happened, day by day, why calls were wrong, and what follows from it.
@NullMarked
package dev.upswell.server.evaluate;

import org.jspecify.annotations.NullMarked;
