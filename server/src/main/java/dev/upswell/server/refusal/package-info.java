/// What cannot be done for somebody who asked, told so that they can act on it.
@NullMarked
package dev.upswell.server.refusal;

import org.jspecify.annotations.NullMarked;
