/// REST endpoints of this slice.
@NullMarked
package dev.upswell.server.vault.rest;

import org.jspecify.annotations.NullMarked;
