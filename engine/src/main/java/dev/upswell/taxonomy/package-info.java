/// Categories made from texts: groups that lie together, terms that set them apart, tags that stay from one making to the next.
@NullMarked
package dev.upswell.taxonomy;

import org.jspecify.annotations.NullMarked;
