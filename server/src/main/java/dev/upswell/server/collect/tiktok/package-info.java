/// Mappers of what TikTok's own interfaces answer, beside those of the Research API.
@NullMarked
package dev.upswell.server.collect.tiktok;

import org.jspecify.annotations.NullMarked;
