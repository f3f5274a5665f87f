/// The page on which drafts are checked and reach forecasts are read.
@NullMarked
package dev.upswell.server.reach.page;

import org.jspecify.annotations.NullMarked;
