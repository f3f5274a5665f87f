/// REST endpoints of this slice.
@NullMarked
package dev.upswell.server.notify.rest;

import org.jspecify.annotations.NullMarked;
