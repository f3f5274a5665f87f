/// Statements about evidence as a language model would write them, true and false ones, made from a seed. They judge the check of
/// statements, so nothing in here knows how that check reads: this package imports nothing of the engine.
@NullMarked
package dev.upswell.benchmarks.statement;

import org.jspecify.annotations.NullMarked;
