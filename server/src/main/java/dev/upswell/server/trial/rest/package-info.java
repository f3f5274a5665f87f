/// Endpoints of trials, advice and formats of reports.
@NullMarked
package dev.upswell.server.trial.rest;

import org.jspecify.annotations.NullMarked;
