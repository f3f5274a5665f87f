/// The nouns of commerce: results of ads, ads in the public library, orders of a shop, sales of products, how own videos are watched.
@NullMarked
package dev.upswell.commerce;

import org.jspecify.annotations.NullMarked;
