/// The REST endpoints of analyses and patterns.
@NullMarked
package dev.upswell.server.creative.rest;

import org.jspecify.annotations.NullMarked;
