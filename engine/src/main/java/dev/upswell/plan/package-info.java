/// When to post next week: hours with evidence, some to learn from, apart from each other, within what accounts can take.
@NullMarked
package dev.upswell.plan;

import org.jspecify.annotations.NullMarked;
