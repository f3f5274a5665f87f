/// Values of two configurations told from logs, beside what they are truly worth.
@NullMarked
package dev.upswell.benchmarks.offpolicy;

import org.jspecify.annotations.NullMarked;
