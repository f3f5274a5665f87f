/// Quality gates for programs: the REST endpoints of this slice.
@NullMarked
package dev.upswell.server.quality.rest;

import org.jspecify.annotations.NullMarked;
