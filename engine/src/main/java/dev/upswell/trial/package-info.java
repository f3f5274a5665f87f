/// Whether a pattern held when it was tried: test and control videos, verdicts, and how many more videos a verdict needs.
@NullMarked
package dev.upswell.trial;

import org.jspecify.annotations.NullMarked;
