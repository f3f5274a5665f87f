/// What each role looks at first: how videos do, what they cost, what is next, what moves, how data and models stand.
@NullMarked
package dev.upswell.server.overview;

import org.jspecify.annotations.NullMarked;
