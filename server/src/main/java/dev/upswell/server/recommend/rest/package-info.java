/// Recommendations over REST.
@NullMarked
package dev.upswell.server.recommend.rest;

import org.jspecify.annotations.NullMarked;
