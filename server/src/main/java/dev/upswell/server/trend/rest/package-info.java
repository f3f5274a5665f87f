/// The REST endpoints of trends, entities and their metric rows.
@NullMarked
package dev.upswell.server.trend.rest;

import org.jspecify.annotations.NullMarked;
