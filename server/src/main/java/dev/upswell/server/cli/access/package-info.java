/// Commands about who may come in, and who did.
@NullMarked
package dev.upswell.server.cli.access;

import org.jspecify.annotations.NullMarked;
