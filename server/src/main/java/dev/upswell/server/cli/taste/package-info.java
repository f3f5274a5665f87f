/// Commands on taxonomies and profiles.
@NullMarked
package dev.upswell.server.cli.taste;

import org.jspecify.annotations.NullMarked;
