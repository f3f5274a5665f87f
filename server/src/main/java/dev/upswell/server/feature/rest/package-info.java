/// Feature vectors over REST.
@NullMarked
package dev.upswell.server.feature.rest;

import org.jspecify.annotations.NullMarked;
