/// Reads "download your data" archives of TikTok: the one document in the zip, and of it only what may be kept.
@NullMarked
package dev.upswell.server.collect.archive;

import org.jspecify.annotations.NullMarked;
