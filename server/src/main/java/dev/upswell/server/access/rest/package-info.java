/// REST endpoints of this slice.
@NullMarked
package dev.upswell.server.access.rest;

import org.jspecify.annotations.NullMarked;
