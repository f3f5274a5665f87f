/// What ads and shops brought, in the lake: results of ads, ads of the library, orders, sales of products, how own videos are watched.
@NullMarked
package dev.upswell.server.commerce;

import org.jspecify.annotations.NullMarked;
