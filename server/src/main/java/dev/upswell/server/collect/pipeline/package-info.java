/// The way of a file into the lake: chunk by chunk, each published in one transaction with everything that follows from it.
@NullMarked
package dev.upswell.server.collect.pipeline;

import org.jspecify.annotations.NullMarked;
