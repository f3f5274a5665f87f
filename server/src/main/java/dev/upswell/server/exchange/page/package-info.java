/// The page on which models go out and come in.
@NullMarked
package dev.upswell.server.exchange.page;

import org.jspecify.annotations.NullMarked;
