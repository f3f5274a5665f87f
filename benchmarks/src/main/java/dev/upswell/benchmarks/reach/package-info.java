/// How well videos' reach is foretold, on simulated worlds and on an archive.
@NullMarked
package dev.upswell.benchmarks.reach;

import org.jspecify.annotations.NullMarked;
