/// What was predicted of entities and came of it, for the pages and tables of trends.
@NullMarked
package dev.upswell.server.forecast.expect;

import org.jspecify.annotations.NullMarked;
