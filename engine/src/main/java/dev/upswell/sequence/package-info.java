/// A recurrent network over what led up to an instant: training by PyTorch, scoring in plain Java, Monte-Carlo dropout.
///
/// Knows nothing of TikTok: rows are numbers in time steps, with columns of the instant itself beside them.
@NullMarked
package dev.upswell.sequence;

import org.jspecify.annotations.NullMarked;
