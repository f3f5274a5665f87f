/// The REST endpoints of the evaluation loop.
@NullMarked
package dev.upswell.server.evaluate.rest;

import org.jspecify.annotations.NullMarked;
