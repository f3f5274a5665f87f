/// Endpoints of what captions say.
@NullMarked
package dev.upswell.server.text.rest;

import org.jspecify.annotations.NullMarked;
