/// The pages of trials, advice and formats of reports.
@NullMarked
package dev.upswell.server.trial.page;

import org.jspecify.annotations.NullMarked;
