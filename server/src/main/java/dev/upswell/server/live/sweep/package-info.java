/// Sweeps: what is due is asked for within the budgets, kept, and stored, so that a kill at any instant loses and doubles nothing.
@NullMarked
package dev.upswell.server.live.sweep;

import org.jspecify.annotations.NullMarked;
