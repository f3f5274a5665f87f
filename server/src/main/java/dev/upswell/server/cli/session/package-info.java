/// Commands about secrets: keys of providers, sessions.
@NullMarked
package dev.upswell.server.cli.session;

import org.jspecify.annotations.NullMarked;
