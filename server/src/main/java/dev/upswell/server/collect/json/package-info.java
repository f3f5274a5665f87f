/// Reading JSON in bounded memory: trees, lines, and items that stay text because nobody needs a tree of them.
@NullMarked
package dev.upswell.server.collect.json;

import org.jspecify.annotations.NullMarked;
