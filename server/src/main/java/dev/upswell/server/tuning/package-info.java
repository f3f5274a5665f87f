/// Trainer settings found by a search inside the training window: run, kept, and handed to whoever trains.
@NullMarked
package dev.upswell.server.tuning;

import org.jspecify.annotations.NullMarked;
