/// Rules by which people are alerted of what is stored: conditions, of what, how often at most; looked at after each computation, and
/// tried beforehand on what is known already.
@NullMarked
package dev.upswell.server.vigil;

import org.jspecify.annotations.NullMarked;
