/// Which of two models should serve: comparisons on the same pairs, and the rules for promotion and rollback.
@NullMarked
package dev.upswell.learn.promotion;

import org.jspecify.annotations.NullMarked;
