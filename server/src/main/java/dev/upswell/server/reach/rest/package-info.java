/// The REST endpoints of reach forecasts.
@NullMarked
package dev.upswell.server.reach.rest;

import org.jspecify.annotations.NullMarked;
