/// What holds beyond one analysis: in other hashtags, beside competitors, in other industries, among many clients.
@NullMarked
package dev.upswell.across;

import org.jspecify.annotations.NullMarked;
