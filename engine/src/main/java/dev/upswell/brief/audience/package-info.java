/// Documents for who pays, who produces and who promotes, and the long report: what an analysis says, laid out for its reader.
@NullMarked
package dev.upswell.brief.audience;

import org.jspecify.annotations.NullMarked;
