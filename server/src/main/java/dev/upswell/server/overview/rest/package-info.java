/// The overview as programs read it.
@NullMarked
package dev.upswell.server.overview.rest;

import org.jspecify.annotations.NullMarked;
