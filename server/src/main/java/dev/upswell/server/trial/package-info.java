/// Patterns tried in the field: brief tests, whether videos did as asked, verdicts, advice followed, formats of reports.
@NullMarked
package dev.upswell.server.trial;

import org.jspecify.annotations.NullMarked;
