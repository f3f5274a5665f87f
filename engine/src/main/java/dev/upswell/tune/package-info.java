/// Better trainer settings for surge models, searched for inside the training window.
@NullMarked
package dev.upswell.tune;

import org.jspecify.annotations.NullMarked;
