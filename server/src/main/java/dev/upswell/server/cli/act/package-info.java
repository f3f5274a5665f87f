/// Commands about what is to be done, and where else it stands.
@NullMarked
package dev.upswell.server.cli.act;

import org.jspecify.annotations.NullMarked;
