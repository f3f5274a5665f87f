/// The commands on features and on what models rest on.
@NullMarked
package dev.upswell.server.cli.insight;

import org.jspecify.annotations.NullMarked;
