/// REST endpoints of this slice.
@NullMarked
package dev.upswell.server.tuning.rest;

import org.jspecify.annotations.NullMarked;
