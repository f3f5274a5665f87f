/// Categories put into words by language models, as far as their keywords and texts bear it out.
@NullMarked
package dev.upswell.server.taste.word;

import org.jspecify.annotations.NullMarked;
