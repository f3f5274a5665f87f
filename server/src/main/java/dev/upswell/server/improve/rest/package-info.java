/// Feature reviews over REST.
@NullMarked
package dev.upswell.server.improve.rest;

import org.jspecify.annotations.NullMarked;
