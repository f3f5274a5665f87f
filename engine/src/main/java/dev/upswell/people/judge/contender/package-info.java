/// Recommenders that are judged: baselines, the formulas that the product is compared with, and the product's own.
@NullMarked
package dev.upswell.people.judge.contender;

import org.jspecify.annotations.NullMarked;
