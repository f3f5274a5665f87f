/// The page of sessions.
@NullMarked
package dev.upswell.server.session.page;

import org.jspecify.annotations.NullMarked;
