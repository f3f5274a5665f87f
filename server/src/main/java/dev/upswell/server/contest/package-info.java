/// Ways of recommending beside each other: configurations, trials of two of them, what each is worth, rankers that are learnt.
@NullMarked
package dev.upswell.server.contest;

import org.jspecify.annotations.NullMarked;
