/// Mappers of what owners are told of how their videos are watched: exports and answers of TikTok's own tools, and Upswell's own
/// format.
@NullMarked
package dev.upswell.server.collect.viewing;

import org.jspecify.annotations.NullMarked;
