/// Which videos patterns are searched in, and why the others are not.
@NullMarked
package dev.upswell.pattern.select;

import org.jspecify.annotations.NullMarked;
