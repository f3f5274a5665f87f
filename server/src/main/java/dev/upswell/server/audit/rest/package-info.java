/// REST endpoints of this slice.
@NullMarked
package dev.upswell.server.audit.rest;

import org.jspecify.annotations.NullMarked;
