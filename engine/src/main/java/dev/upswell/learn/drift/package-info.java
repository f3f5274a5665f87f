/// Whether what a model sees and how well it does still resemble its training: feature drift, label prevalence, drift of residuals, and
/// how strange a single row is; knows nothing of TikTok.
@NullMarked
package dev.upswell.learn.drift;

import org.jspecify.annotations.NullMarked;
