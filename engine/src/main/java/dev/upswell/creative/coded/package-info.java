/// What people wrote down about videos: tables of codings, and their values beside those of analysers.
@NullMarked
package dev.upswell.creative.coded;

import org.jspecify.annotations.NullMarked;
