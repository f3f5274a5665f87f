/// The trends, entity and metric-row pages: what they show, and the port that answers it.
@NullMarked
package dev.upswell.server.trend.page;

import org.jspecify.annotations.NullMarked;
