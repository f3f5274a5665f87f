/// What the OpenAPI document says beyond the endpoints themselves.
@NullMarked
package dev.upswell.server.web.openapi;

import org.jspecify.annotations.NullMarked;
