/// A provider to try things on: a local server that speaks providers' contracts over a simulated world.
@NullMarked
package dev.upswell.server.sandbox;

import org.jspecify.annotations.NullMarked;
