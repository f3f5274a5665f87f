/// Weights of scorecards learnt from what a tenant's creators brought: made on demand, kept with what they rest on, adopted by a person.
@NullMarked
package dev.upswell.server.weigh;

import org.jspecify.annotations.NullMarked;
