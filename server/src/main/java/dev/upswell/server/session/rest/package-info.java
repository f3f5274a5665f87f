/// REST endpoints of this slice.
@NullMarked
package dev.upswell.server.session.rest;

import org.jspecify.annotations.NullMarked;
