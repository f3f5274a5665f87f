/// Pages of taxonomies and profiles.
@NullMarked
package dev.upswell.server.taste.page;

import org.jspecify.annotations.NullMarked;
