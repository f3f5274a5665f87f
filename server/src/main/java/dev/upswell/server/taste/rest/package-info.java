/// Endpoints of taxonomies and profiles.
@NullMarked
package dev.upswell.server.taste.rest;

import org.jspecify.annotations.NullMarked;
