/// Which creative choices go with engagement among videos of one length, and how sure that is.
@NullMarked
package dev.upswell.pattern;

import org.jspecify.annotations.NullMarked;
