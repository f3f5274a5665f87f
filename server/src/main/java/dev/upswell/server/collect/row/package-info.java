/// What all mappers share: reading numbers, times, ids and captions as files write them, and checking a row as a whole.
@NullMarked
package dev.upswell.server.collect.row;

import org.jspecify.annotations.NullMarked;
