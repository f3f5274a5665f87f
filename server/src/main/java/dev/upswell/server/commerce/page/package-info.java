/// The page of facts about ads and shops.
@NullMarked
package dev.upswell.server.commerce.page;

import org.jspecify.annotations.NullMarked;
