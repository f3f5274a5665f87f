/// Who may come in, and as which tenant: tenant names and the loopback guard.
@NullMarked
package dev.upswell.server.access;

import org.jspecify.annotations.NullMarked;
