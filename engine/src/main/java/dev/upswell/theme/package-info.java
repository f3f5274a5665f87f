/// Groups of captions that are carried on from run to run, and labels that stay.
///
/// [dev.upswell.theme.Founding] makes a grouping once; [dev.upswell.theme.Continuing] carries it on, and says of each theme what became of
/// it; [dev.upswell.theme.Naming] finds words for it.
@NullMarked
package dev.upswell.theme;

import org.jspecify.annotations.NullMarked;
