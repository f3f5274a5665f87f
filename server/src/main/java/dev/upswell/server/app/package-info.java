/// Wiring: settings, the clock, the environment, and which objects make up a running Upswell.
@NullMarked
package dev.upswell.server.app;

import org.jspecify.annotations.NullMarked;
