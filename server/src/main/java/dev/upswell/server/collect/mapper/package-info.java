/// From one raw row of a provider to observations and content: one versioned mapper per format.
@NullMarked
package dev.upswell.server.collect.mapper;

import org.jspecify.annotations.NullMarked;
