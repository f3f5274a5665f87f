/// Takes contacts out of what was stored before the guard did.
@NullMarked
package dev.upswell.server.comply.clean;

import org.jspecify.annotations.NullMarked;
