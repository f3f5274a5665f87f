/// What each column adds to what trees say of a row, exactly and fast; knows nothing of trainers.
@NullMarked
package dev.upswell.shapley;

import org.jspecify.annotations.NullMarked;
