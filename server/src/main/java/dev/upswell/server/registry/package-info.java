/// The record of every model: which there are, which serves each task, and the log of what happened to them.
@NullMarked
package dev.upswell.server.registry;

import org.jspecify.annotations.NullMarked;
