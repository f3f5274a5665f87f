/// What the OpenAPI document says beyond the endpoints themselves, and the page that lists them.
@NullMarked
package dev.upswell.server.web.openapi;

import org.jspecify.annotations.NullMarked;
