/// The nouns: what TikTok consists of, as far as Upswell knows it.
@NullMarked
package dev.upswell.content;

import org.jspecify.annotations.NullMarked;
