/// What to look at how often, so that what is paid for looking tells most; knows nothing of providers and of I/O.
@NullMarked
package dev.upswell.poll;

import org.jspecify.annotations.NullMarked;
