/// The door of the web server: who sends a request, whether the route lets them in, and the row of the request audit.
@NullMarked
package dev.upswell.server.access.gate;

import org.jspecify.annotations.NullMarked;
