/// REST endpoints of this slice.
@NullMarked
package dev.upswell.server.live.rest;

import org.jspecify.annotations.NullMarked;
