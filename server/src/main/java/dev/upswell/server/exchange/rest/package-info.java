/// Model files and pushes as REST endpoints.
@NullMarked
package dev.upswell.server.exchange.rest;

import org.jspecify.annotations.NullMarked;
