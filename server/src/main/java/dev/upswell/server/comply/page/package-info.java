/// The page about compliance and retention.
@NullMarked
package dev.upswell.server.comply.page;

import org.jspecify.annotations.NullMarked;
