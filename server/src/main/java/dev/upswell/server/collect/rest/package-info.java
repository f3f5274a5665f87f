/// Imports, quarantine and sources for programs: the REST endpoints of this slice.
@NullMarked
package dev.upswell.server.collect.rest;

import org.jspecify.annotations.NullMarked;
