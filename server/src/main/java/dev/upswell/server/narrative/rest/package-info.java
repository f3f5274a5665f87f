/// The REST endpoints of narratives.
@NullMarked
package dev.upswell.server.narrative.rest;

import org.jspecify.annotations.NullMarked;
