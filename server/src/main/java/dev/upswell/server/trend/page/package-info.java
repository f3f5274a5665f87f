/// The trends, entity and metric-row pages: what they show, the port that answers it, and the controllers.
@NullMarked
package dev.upswell.server.trend.page;

import org.jspecify.annotations.NullMarked;
