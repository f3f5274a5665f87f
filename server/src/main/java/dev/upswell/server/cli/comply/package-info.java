/// The commands about compliance and retention.
@NullMarked
package dev.upswell.server.cli.comply;

import org.jspecify.annotations.NullMarked;
