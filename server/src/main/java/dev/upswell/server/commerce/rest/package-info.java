/// The endpoints of facts about ads and shops.
@NullMarked
package dev.upswell.server.commerce.rest;

import org.jspecify.annotations.NullMarked;
