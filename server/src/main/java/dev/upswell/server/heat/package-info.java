/// Heat maps as pages show them: tables whose cells have a colour, a number and words.
@NullMarked
package dev.upswell.server.heat;

import org.jspecify.annotations.NullMarked;
