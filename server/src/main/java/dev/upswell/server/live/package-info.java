/// Collecting live: what providers can be asked for, within which budgets, and what becomes of their answers.
@NullMarked
package dev.upswell.server.live;

import org.jspecify.annotations.NullMarked;
