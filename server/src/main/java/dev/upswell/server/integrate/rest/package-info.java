/// Connections to trackers for programs.
@NullMarked
package dev.upswell.server.integrate.rest;

import org.jspecify.annotations.NullMarked;
