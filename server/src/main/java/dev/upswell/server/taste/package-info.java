/// Taxonomies and profiles of people who may be profiled, what they did, and erasure.
@NullMarked
package dev.upswell.server.taste;

import org.jspecify.annotations.NullMarked;
