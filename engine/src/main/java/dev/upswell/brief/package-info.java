/// What to do, in words: choices said plainly, ten strategies, documents for clients, producers and affiliates.
@NullMarked
package dev.upswell.brief;

import org.jspecify.annotations.NullMarked;
