/// The models pages: how good the models are beside the baselines, and where each came from.
@NullMarked
package dev.upswell.server.forecast.page;

import org.jspecify.annotations.NullMarked;
