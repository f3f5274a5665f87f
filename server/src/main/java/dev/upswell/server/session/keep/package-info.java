/// Sessions as they are kept, and what is done with them.
@NullMarked
package dev.upswell.server.session.keep;

import org.jspecify.annotations.NullMarked;
